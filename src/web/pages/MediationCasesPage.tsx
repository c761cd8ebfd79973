import { Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { Loaded } from '../components/Loaded.tsx'
import { useWords } from '../language.ts'
import { type Asked, CasesForm } from '../mediation-cases/CasesForm.tsx'
import { CasesView, isAbsent, NoRecord, useCases } from '../mediation-cases/CasesView.tsx'

/** A role that every record can know: hosting talks, where a mediator's way often begins. */
const first: Asked = {
  roles: ['facilitation'],
  target: {},
  outcome: undefined,
  k: 40,
  cluster: undefined,
  record: undefined,
}

/** Which past attempts at mediation are like one that is thought of, and what came of them. */
export function MediationCasesPage() {
  const { t } = useWords()
  const [draft, setDraft] = useState(first)
  const [asked, setAsked] = useState(first)
  const query = useCases(asked)
  const absent = isAbsent(query.error)
  return (
    <Stack gap="md" maw={1100}>
      <div>
        <Title order={1} fz={28}>
          {t('mediationCases.title')}
        </Title>
        <Text className="quiet" maw={820}>
          {t('mediationCases.about')}
        </Text>
      </div>
      {absent ? (
        <NoRecord />
      ) : (
        <Loaded query={query}>
          {(answer) => (
            <>
              <Paper withBorder p="md" component="section" aria-label={t('mediationCases.target')}>
                <Title order={2} fz="lg">
                  {t('mediationCases.target')}
                </Title>
                <Text size="sm" className="quiet" mb="xs" maw={760}>
                  {t('mediationCases.targetNote')}
                </Text>
                <CasesForm
                  answer={answer}
                  asked={draft}
                  onChange={setDraft}
                  onAsk={() => setAsked(draft)}
                  onSwitch={(record) => {
                    setDraft({ ...first, record })
                    setAsked({ ...first, record })
                  }}
                  busy={query.isFetching}
                />
              </Paper>
              <CasesView answer={answer} />
            </>
          )}
        </Loaded>
      )}
    </Stack>
  )
}
