import '../scenarios/scenarios.css'
import { Badge, Button, Group, Select, Stack, Text, Title } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { CrossImpact } from '#domain/cross-impact'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink, RecordLink } from '../components/links.tsx'
import { type Known, useEvery } from '../every-record.ts'
import { useWords } from '../language.ts'
import { ScenarioEditor } from '../scenarios/ScenarioEditor.tsx'

/** Scenarios: a handful of events that move one another, as one coherent joint distribution. */
export function ScenariosPage() {
  const { t } = useWords()
  const scenarios = useEvery('cross-impact')
  return (
    <Stack gap="md" maw={1100}>
      <div>
        <Title order={1} fz={28}>
          {t('scenarios.title')}
        </Title>
        <Text className="quiet">{t('scenarios.about')}</Text>
        <PageLink to="/contradictions">{t('contradictions.title')}</PageLink>
      </div>
      <Loaded query={scenarios}>{(all) => <Chosen all={all} />}</Loaded>
    </Stack>
  )
}

const fresh = 'new'

function Chosen({ all }: { all: readonly Known<'cross-impact'>[] }) {
  const { t, language } = useWords()
  const { id = all[0]?.id ?? fresh } = useSearch({ from: '/scenarios' })
  const navigate = useNavigate()
  const found = all.find((one) => one.id === id)
  const opened = found?.body ?? blank(t('scenarios.event'), new Set(all.map((one) => one.id)))
  const titleOf = ({ title, titleVi }: CrossImpact) => (language === 'vi' ? titleVi : undefined) ?? title
  return (
    <>
      <Group align="end">
        {all.length > 0 && (
          <Select
            label={t('scenarios.choose')}
            allowDeselect={false}
            w={{ base: '100%', sm: 480 }}
            data={all.map((one) => ({ value: one.id, label: titleOf(one.body) }))}
            value={found === undefined ? null : id}
            onChange={(value) => void navigate({ to: '/scenarios', search: { id: value ?? fresh } })}
          />
        )}
        <Button variant="default" onClick={() => void navigate({ to: '/scenarios', search: { id: fresh } })}>
          {t('scenarios.new')}
        </Button>
        {found !== undefined && (
          <RecordLink kind="cross-impact" id={found.id}>
            {t('scenarios.record')}
          </RecordLink>
        )}
        {found?.body.illustrative === true && (
          <Badge color="sand" variant="outline" tt="none">
            {t('scenarios.illustrative')}
          </Badge>
        )}
      </Group>
      <ScenarioEditor key={`${id} ${found?.version}`} opened={opened} saved={all} />
    </>
  )
}

function blank(word: string, taken: ReadonlySet<string>): CrossImpact {
  let at = 1
  while (taken.has(`scenario-${at}`)) at++
  return {
    id: `scenario-${at}`,
    title: '',
    horizon: '',
    events: [1, 2].map((n) => ({ id: `event-${n}`, title: `${word} ${n}`, probability: 0.5 })),
    given: [],
  }
}
