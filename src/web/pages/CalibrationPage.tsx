import { Alert, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Analysis } from '#domain/analysis'
import { isMissing } from '#domain/missing'
import { foresight, foresightResult } from '#instruments/foresight/instrument'
import { ExhibitView } from '../components/ExhibitView.tsx'
import { Findings } from '../components/Findings.tsx'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { RunForesight } from '../foresight-scores/RunForesight.tsx'
import { ScoreFigures } from '../foresight-scores/ScoreFigures.tsx'
import { useWords } from '../language.ts'
import { latestOf, useAnalyses, useAnalysis } from '../queries.ts'

const groupings = ['person', 'agency', 'topic', 'horizon'] as const

/** How good the forecasts were: calibration, scores by person, agency, topic and horizon, and how pooling was chosen. */
export function CalibrationPage() {
  const { t } = useWords()
  const analyses = useAnalyses()
  return (
    <Stack gap="md" maw={1100}>
      <div>
        <Title order={1} fz={28}>
          {t('foresightScores.title')}
        </Title>
        <Text className="quiet" maw={820}>
          {t('foresightScores.about')}
        </Text>
      </div>
      <RunForesight />
      <Loaded query={analyses}>
        {(data) => {
          const latest = latestOf(data, 'foresight')
          return latest === undefined ? (
            <Alert>{t('foresightScores.none')}</Alert>
          ) : (
            <Latest id={latest.id} at={latest.at} />
          )
        }}
      </Loaded>
    </Stack>
  )
}

function Latest({ id, at }: { id: string; at: string }) {
  const { t } = useWords()
  const analysis = useAnalysis(id)
  return (
    <Loaded query={analysis}>
      {(data) =>
        foresight.reads.includes(data.version) ? (
          <Scores analysis={data} at={at} />
        ) : (
          <Alert>{t('foresightScores.older')}</Alert>
        )
      }
    </Loaded>
  )
}

function Scores({ analysis, at }: { analysis: Analysis; at: string }) {
  const { t, language } = useWords()
  const [by, setBy] = useState<(typeof groupings)[number]>('person')
  const result = foresightResult(analysis.result)
  const tables = new Map(foresight.exhibits(analysis.result, language).map((one) => [one.id, one]))
  const offered = groupings.filter((one) => tables.has(one))
  const chosen = offered.includes(by) ? by : offered[0]
  const shown = (id: string) => {
    const exhibit = tables.get(id)
    return exhibit === undefined ? null : <ExhibitView exhibit={exhibit} order={2} key={id} />
  }
  return (
    <>
      <Group gap="md">
        <PageLink to="/analyses/$id" params={{ id: analysis.id }}>
          {t('foresightScores.whole')}
        </PageLink>
        <Text size="sm" className="quiet">
          {t('foresightScores.made', { at: at.slice(0, 16).replace('T', ' ') })}
        </Text>
      </Group>
      <Findings
        findings={analysis.findings.filter(({ step, id }) => step === 'F4' && id.startsWith('warning'))}
      />
      {isMissing(result.decomposition) ? (
        <Alert>{language === 'vi' ? result.decomposition.becauseVi : result.decomposition.because}</Alert>
      ) : (
        <ScoreFigures result={result} />
      )}
      {shown('calibration')}
      {shown('decomposition')}
      {chosen !== undefined && (
        <section aria-label={t('foresightScores.by')}>
          <Group gap="sm" align="center">
            <Text id="scores-by">{t('foresightScores.by')}</Text>
            <SegmentedControl
              size="xs"
              aria-labelledby="scores-by"
              value={chosen}
              onChange={(value) => setBy(groupings.find((one) => one === value) ?? 'person')}
              data={offered.map((one) => ({ value: one, label: t(`foresightScores.${one}`) }))}
            />
          </Group>
          {shown(chosen)}
          <Text size="sm" className="quiet" maw={820}>
            {t('foresightScores.lateJoiners')}
          </Text>
        </section>
      )}
      {shown('backTest')}
      <Findings findings={analysis.findings.filter(({ id }) => id === 'pooling')} />
      {shown('distributionTest')}
      <Findings findings={analysis.findings.filter(({ id }) => id === 'pooling-distributions')} />
    </>
  )
}
