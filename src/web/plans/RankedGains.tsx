import { Paper, Text, Title } from '@mantine/core'
import { isMissing, type Missing } from '#domain/missing'
import type { Plan } from '#domain/plan'
import type { Leaf, Lever } from '#instruments/relations-depth/instrument'
import { useWords } from '../language.ts'
import { gainText } from './gain-text.ts'

interface RankedGainsProps {
  readonly leaves: readonly Leaf[]
  readonly targets: Plan['targets']
  readonly gains: ReadonlyMap<string, number | Missing>
  /** with intervals, a moment later */
  readonly levers: readonly Lever[]
}

/** Targets by what they gain for their effort, the best first. */
export function RankedGains({ leaves, targets, gains, levers }: RankedGainsProps) {
  const { t, language } = useWords()
  const rows = targets
    .flatMap(({ leaf, share, effort }) => {
      const gain = gains.get(leaf)
      const found = leaves.find(({ code }) => code === leaf)
      if (found === undefined || gain === undefined || isMissing(gain)) return []
      const drawn = levers.find((one) => one.leaf === leaf && one.target === share && one.effort === effort)
      const interval =
        drawn === undefined || isMissing(drawn.gain) || drawn.gain.interval === null
          ? null
          : ([drawn.gain.interval[0] / effort, drawn.gain.interval[1] / effort] as const)
      return [{ leaf, name: language === 'vi' ? found.titleVi : found.title, value: gain / effort, interval }]
    })
    .toSorted((a, b) => b.value - a.value)
  const most = Math.max(1e-9, ...rows.map(({ value, interval }) => Math.max(value, interval?.[1] ?? 0)))
  const least = Math.min(0, ...rows.map(({ value, interval }) => Math.min(value, interval?.[0] ?? 0)))
  const at = (value: number) => `${(100 * (value - least)) / (most - least)}%`
  const span = (from: number, to: number) => ({
    left: at(Math.min(from, to)),
    width: `${(100 * Math.abs(to - from)) / (most - least)}%`,
  })
  return (
    <Paper withBorder p="md" component="section" aria-label={t('plans.ranking')}>
      <Title order={2} fz="lg">
        {t('plans.ranking')}
      </Title>
      {rows.length === 0 ? (
        <Text size="sm">{t('plans.setTarget')}</Text>
      ) : (
        <>
          <ol className="ranked">
            {rows.map(({ leaf, name, value, interval }) => (
              <li key={leaf}>
                <span>{name}</span>
                <span className="number">{gainText(value, language, interval)}</span>
                <span className="bar-track" aria-hidden="true">
                  <span className={value < 0 ? 'ranked-bar less' : 'ranked-bar'} style={span(0, value)} />
                  {interval !== null && <span className="bar-interval" style={span(...interval)} />}
                </span>
              </li>
            ))}
          </ol>
          <Text size="xs" className="quiet">
            {t('plans.rankingNote')}
          </Text>
        </>
      )}
    </Paper>
  )
}
