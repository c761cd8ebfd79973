import { SegmentedControl, Table, Text, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Baselines, Model, SeriesBaseline } from '#api/contract/baselines'
import { Chart } from '../components/Chart.tsx'
import { useStateName } from '../components/StatePicker.tsx'
import { useWords } from '../language.ts'
import { fanChart } from './charts.ts'

/** One dyad: what is forecast, by the model that fared best or another, and how all fared. */
export function SeriesView({ answer, series }: { answer: Baselines; series: SeriesBaseline }) {
  const { t, language } = useWords()
  const nameOf = useStateName()
  const [model, setModel] = useState<Model>(series.best.model)
  const chart = useMemo(
    () => fanChart(series, answer.months, model, { events: t('baselines.events') }),
    [series, answer, model, t],
  )
  const title = t('baselines.towards', { source: nameOf(series.source), target: nameOf(series.target) })
  const ahead = series.forecasts.find((one) => one.model === model)?.months ?? []
  return (
    <section aria-label={title}>
      <Title order={2} fz="lg" mt="md">
        {title}: {t(`baselines.classes.${answer.watched}`)}
      </Title>
      <Text maw={820}>
        {t('baselines.best', { model: t(`baselines.models.${series.best.model}`) })}{' '}
        {language === 'vi' ? series.best.becauseVi : series.best.because}.
      </Text>
      <div className="scroll">
        <SegmentedControl
          my="xs"
          aria-label={t('baselines.model')}
          value={model}
          onChange={(value) => setModel(series.forecasts.find((one) => one.model === value)?.model ?? model)}
          data={series.forecasts.map(({ model: value }) => ({
            value,
            label: t(`baselines.models.${value}`),
          }))}
        />
      </div>
      <Chart spec={chart} label={t('baselines.chart', { title, until: series.until })} />
      <Text size="sm" className="quiet">
        {t('baselines.legend')}
      </Text>
      <div className="scroll">
        <Table verticalSpacing={3} maw={620}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('baselines.month')}</Table.Th>
              <Table.Th>{t('baselines.mean')}</Table.Th>
              <Table.Th>{t('baselines.median')}</Table.Th>
              <Table.Th>50 %</Table.Th>
              <Table.Th>90 %</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ahead.map(({ month, mean, median, interval50, interval90 }) => (
              <Table.Tr key={month}>
                <Table.Td className="number">{month}</Table.Td>
                <Table.Td className="number">{mean.toFixed(1)}</Table.Td>
                <Table.Td className="number">{median}</Table.Td>
                <Table.Td className="number">{interval50.join(' – ')}</Table.Td>
                <Table.Td className="number">{interval90.join(' – ')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <BackTest series={series} />
    </section>
  )
}

/** How each model fared when each month in turn was the last one known. */
function BackTest({ series: { backTest, best } }: { series: SeriesBaseline }) {
  const { t } = useWords()
  const share = (value: number | null) => (value === null ? '–' : `${Math.round(100 * value)} %`)
  return (
    <>
      <Title order={3} fz="md" mt="md">
        {t('baselines.backTest')}
      </Title>
      <Text size="sm" className="quiet" maw={820}>
        {t('baselines.backTestAbout')}
      </Text>
      <Table className="stacked" verticalSpacing={3} maw={820}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('baselines.model')}</Table.Th>
            <Table.Th>{t('baselines.crps')}</Table.Th>
            <Table.Th>{t('baselines.skill')}</Table.Th>
            <Table.Th>{t('baselines.in50')}</Table.Th>
            <Table.Th>{t('baselines.in90')}</Table.Th>
            <Table.Th>{t('baselines.n')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {backTest.map(({ model, meanCrps, skill, coverage50, coverage90, n }) => (
            <Table.Tr key={model}>
              <Table.Td fw={model === best.model ? 700 : 400}>{t(`baselines.models.${model}`)}</Table.Td>
              <Table.Td className="number" data-label={t('baselines.crps')}>
                {meanCrps?.toFixed(2) ?? '–'}
              </Table.Td>
              <Table.Td className="number" data-label={t('baselines.skill')}>
                {skill === null
                  ? '–'
                  : `${skill.value.toFixed(2)} (${skill.low.toFixed(2)} … ${skill.high.toFixed(2)})`}
              </Table.Td>
              <Table.Td className="number" data-label={t('baselines.in50')}>
                {share(coverage50)}
              </Table.Td>
              <Table.Td className="number" data-label={t('baselines.in90')}>
                {share(coverage90)}
              </Table.Td>
              <Table.Td className="number" data-label={t('baselines.n')}>
                {n}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
