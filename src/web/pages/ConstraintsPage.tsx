import '../constraints/constraints.css'
import { Alert, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { call } from '../client.ts'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { PolicyView } from '../constraints/PolicyView.tsx'
import { QualityView } from '../constraints/QualityView.tsx'
import { useWords } from '../language.ts'

/** Declared policies, what looks like what they forbid, and how well the rules see it. */
export function ConstraintsPage() {
  const { t } = useWords()
  const board = useQuery({ queryKey: ['constraints'], queryFn: () => call('constraints', { query: {} }) })
  const quality = useQuery({
    queryKey: ['constraints', 'quality'],
    queryFn: () => call('constraintQuality', {}),
  })
  return (
    <Stack gap="lg" maw={1100}>
      <div>
        <Title order={1} fz={28}>
          {t('constraints.title')}
        </Title>
        <Text className="quiet" maw="62rem">
          {t('constraints.about')}
        </Text>
        <PageLink to="/ledger">{t('ledger.title')}</PageLink>
      </div>
      <Loaded query={board}>
        {(data) => (
          <>
            {data.constraints.length === 0 && <Alert color="sea">{t('constraints.noPolicy')}</Alert>}
            {data.constraints.map((policy) => (
              <PolicyView key={policy.id} policy={policy} board={data} />
            ))}
            <Loaded query={quality}>
              {(answer) => <QualityView answer={answer} policies={data.constraints} />}
            </Loaded>
          </>
        )}
      </Loaded>
    </Stack>
  )
}
