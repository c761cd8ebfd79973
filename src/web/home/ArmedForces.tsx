import { Stack, Title } from '@mantine/core'
import { defenceDiplomacyResult } from '#instruments/defence-diplomacy/instrument'
import { PageLink } from '../components/links.tsx'
import { DefenceBanner } from '../instruments/defence-diplomacy/DefenceBanner.tsx'
import { useWords } from '../language.ts'
import { latestOf, useAnalyses, useAnalysis } from '../queries.ts'

/** Over how many partners the armed forces of a state spread their work, from the newest analysis. */
export function ArmedForces() {
  const latest = latestOf(useAnalyses().data, 'defence-diplomacy')
  return latest === undefined ? null : <Newest id={latest.id} />
}

function Newest({ id }: { id: string }) {
  const { t } = useWords()
  const { data } = useAnalysis(id)
  if (data === undefined) return null
  return (
    <section aria-label={t('home.armedForces')}>
      <Title order={2} fz="xl" mb="sm">
        {t('home.armedForces')}
      </Title>
      <Stack gap="sm">
        <DefenceBanner result={defenceDiplomacyResult(data.result)} />
        <PageLink to="/defence">{t('home.allActivities')}</PageLink>
      </Stack>
    </section>
  )
}
