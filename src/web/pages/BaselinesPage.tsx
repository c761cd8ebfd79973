import { Alert, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Baselines } from '#api/contract/baselines'
import { BaselineForm } from '../baselines/BaselineForm.tsx'
import { BaseRatePanel } from '../baselines/BaseRatePanel.tsx'
import { useEventDatasets } from '../baselines/event-datasets.ts'
import type { Question } from '../baselines/question.ts'
import { SeriesView } from '../baselines/SeriesView.tsx'
import { call } from '../client.ts'
import { JobProgress } from '../components/JobProgress.tsx'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { useJob } from '../jobs.ts'
import { useWords } from '../language.ts'

/** Counts of events forecast from what was counted before. */
export function BaselinesPage() {
  const { t } = useWords()
  const datasets = useEventDatasets()
  return (
    <Stack gap="md" maw={1100}>
      <div>
        <Title order={1} fz={28}>
          {t('baselines.title')}
        </Title>
        <Text className="quiet" maw={820}>
          {t('baselines.about')}{' '}
          <PageLink to="/warnings" underline="always">
            {t('warnings.title')}
          </PageLink>
        </Text>
      </div>
      <Loaded query={datasets}>
        {(known) =>
          known[0] === undefined ? (
            <Alert title={t('baselines.noEvents')}>
              {t('baselines.bring')}{' '}
              <PageLink to="/data" underline="always">
                {t('nav.data')}
              </PageLink>
            </Alert>
          ) : (
            <Asked datasets={known} first={known[0].value} />
          )
        }
      </Loaded>
    </Stack>
  )
}

function Asked({
  datasets,
  first,
}: {
  datasets: readonly { readonly value: string; readonly label: string }[]
  first: string
}) {
  const { t } = useWords()
  const [question, setQuestion] = useState<Question>({
    dataset: first,
    source: null,
    target: null,
    watched: 'material-conflict',
    months: 6,
  })
  const { dataset, source, target, watched, months } = question
  const work = useJob(() =>
    call('forecastBaselines', {
      body: { dataset, dyads: [[source ?? '', target ?? '']], watched, months, seed: 1 },
    }),
  )
  const answer = work.job?.state === 'done' ? (work.job.result as Baselines) : undefined // what this job gives
  return (
    <div>
      <BaselineForm
        question={question}
        datasets={datasets}
        running={work.running}
        onChange={setQuestion}
        onAsk={work.start}
      />
      <JobProgress work={work} />
      {answer?.series.map((series) => (
        <SeriesView
          key={`${work.job?.id} ${series.source} ${series.target}`}
          answer={answer}
          series={series}
        />
      ))}
      {answer !== undefined && (
        <Text size="sm" className="quiet" mt="sm">
          {t('baselines.from', {
            dataset: answer.dataset,
            version: answer.version,
            first: answer.months[0],
            last: answer.months.at(-1),
            missing: answer.missing.length,
            dyads: answer.prior.dyads,
          })}{' '}
          {answer.citation}
        </Text>
      )}
      {source !== null && target !== null && source !== target && <BaseRatePanel question={question} />}
    </div>
  )
}
