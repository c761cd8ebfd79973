import { Select, Stack, Text, Title } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { AddDriver } from '../drivers/AddDriver.tsx'
import { DriversPanel } from '../drivers/DriversPanel.tsx'
import { useEvery } from '../every-record.ts'
import { useWords } from '../language.ts'

/** Favourable and unfavourable conditions, of one question or of all. */
export function DriversPage() {
  const { t, language } = useWords()
  const { question } = useSearch({ from: '/drivers' })
  const navigate = useNavigate()
  const drivers = useEvery('driver')
  const questions = useEvery('question')
  const sources = useEvery('source')
  return (
    <Stack gap="md" maw={1100}>
      <div>
        <Title order={1} fz={28}>
          {t('drivers.title')}
        </Title>
        <Text className="quiet">{t('drivers.about')}</Text>
        <PageLink to="/contradictions">{t('contradictions.title')}</PageLink>
      </div>
      <Loaded query={questions}>
        {(all) => (
          <Select
            label={t('drivers.question')}
            placeholder={t('drivers.allQuestions')}
            clearable
            searchable
            maw={720}
            data={all.map(({ id, body }) => ({
              value: id,
              label: (language === 'vi' ? body.titleVi : undefined) ?? body.title,
            }))}
            value={question ?? null}
            onChange={(value) =>
              void navigate({ to: '/drivers', search: value === null ? {} : { question: value } })
            }
          />
        )}
      </Loaded>
      <Loaded query={drivers}>
        {(all) => (
          <>
            <DriversPanel
              drivers={all
                .map(({ body }) => body)
                .filter((one) => question === undefined || one.question === question)}
            />
            <details>
              <summary>{t('drivers.add')}</summary>
              <Loaded query={sources}>
                {(known) => (
                  <AddDriver question={question} sources={known} taken={new Set(all.map(({ id }) => id))} />
                )}
              </Loaded>
            </details>
          </>
        )}
      </Loaded>
    </Stack>
  )
}
