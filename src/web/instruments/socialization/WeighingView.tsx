import { Button, Group, Paper, Slider, Text, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { socializationResult } from '#instruments/socialization/instrument'
import { cellText } from '#report/compose'
import { useWords } from '../../language.ts'
import { CluesView } from './CluesView.tsx'
import { whatIf } from './what-if.ts'
import { hypothesisWords, intervalWords } from './words.ts'

type Result = ReturnType<typeof socializationResult>

/** The weighing: hypotheses as bars, and what becomes of them when a judgement is changed. */
export function WeighingView({ result }: { result: Result }) {
  const { t, language } = useWords()
  const { weighing } = result
  const table = useMemo(() => whatIf(weighing), [weighing])
  const [factors, setFactors] = useState<ReadonlyMap<string, number>>(new Map())
  const [channel, setChannel] = useState(weighing.dependence.channel)
  const touched = factors.size > 0 || channel !== weighing.dependence.channel
  const now = useMemo(() => table.weigh(factors, channel), [table, factors, channel])
  const change = (clue: string, factor: number) => {
    const next = new Map(factors)
    if (factor === 1) next.delete(clue)
    else next.set(clue, factor)
    setFactors(next)
  }
  const order = weighing.hypotheses
    .map((h, at) => ({ ...h, at }))
    .toSorted((a, b) => b.posterior.value - a.posterior.value)
  const best = now.indexOf(Math.max(...now))
  return (
    <>
      <Paper
        withBorder
        p="md"
        pos="sticky"
        top={56}
        style={{ zIndex: 5, maxHeight: '60vh', overflowY: 'auto' }}
        component="section"
        aria-label={t('case.hypotheses')}
      >
        <Group justify="space-between" mb="xs">
          <Title order={3} fz="lg">
            {t('case.hypotheses')}
          </Title>
          <Button
            size="compact-sm"
            variant={touched ? 'filled' : 'default'}
            disabled={!touched}
            onClick={() => {
              setFactors(new Map())
              setChannel(weighing.dependence.channel)
            }}
          >
            {t('whatIf.reset')}
          </Button>
        </Group>
        <div aria-live="polite">
          {order
            .filter((h, at) => at < 5 || h.posterior.value > 0.005 || (now[h.at] ?? 0) > 0.005)
            .map((h) => {
              const [low, high] = h.posterior.interval ?? [h.posterior.value, h.posterior.value]
              const value = now[h.at] ?? 0
              return (
                <div key={h.id} style={{ marginBottom: 8 }}>
                  <Group justify="space-between" gap="xs" wrap="nowrap">
                    <Text size="sm" fw={h.at === best ? 700 : 400} title={h.statement}>
                      {hypothesisWords(h.id, language)}
                    </Text>
                    <Text size="sm" className="number">
                      {touched ? `${cellText(value, language)} ← ` : ''}
                      {intervalWords(h.posterior, language)}
                    </Text>
                  </Group>
                  <div className="bar-track">
                    <div
                      className={`bar-fill ${h.at === best ? 'leads' : ''}`}
                      style={{ width: `${value * 100}%` }}
                    />
                    <div
                      className="bar-interval"
                      style={{ left: `${low * 100}%`, width: `${Math.max(0.2, (high - low) * 100)}%` }}
                    />
                    {touched && (
                      <div className="bar-before" style={{ left: `${h.posterior.value * 100}%` }} />
                    )}
                  </div>
                </div>
              )
            })}
        </div>
        <Text size="sm" mt="sm" id="channel-label">
          {t('whatIf.channel')}: <span className="number">{cellText(channel, language)}</span>
        </Text>
        <Slider
          min={0}
          max={1}
          step={0.01}
          value={channel}
          onChange={setChannel}
          thumbProps={{ 'aria-labelledby': 'channel-label' }}
          label={(value) => cellText(value, language)}
        />
        <Text size="xs" className="quiet" mt={6}>
          {t('whatIf.explain')}
        </Text>
      </Paper>
      <CluesView result={result} factors={factors} change={change} />
    </>
  )
}
