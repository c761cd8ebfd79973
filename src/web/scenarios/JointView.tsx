import { Alert, Text, Title } from '@mantine/core'
import type { CrossImpact } from '#domain/cross-impact'
import type { JointDistribution } from '#numeric/cross-impact'
import { useWords } from '../language.ts'
import { mostProbable, movedJudgements, type ScenarioEvent } from './joint.ts'

interface Props {
  readonly scenario: CrossImpact
  readonly joint: JointDistribution
}

const shown = 10

/** What follows from the judgements: whether they can all be true, how probable each joint outcome is, which event moves which. */
export function JointView({ scenario, joint }: Props) {
  const { t, language } = useWords()
  const { events } = scenario
  const name = ({ title, titleVi }: ScenarioEvent) => (language === 'vi' ? titleVi : undefined) ?? title
  const percent = (p: number) => p.toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 })
  const { outcomes, rest } = mostProbable(events, joint, shown)
  const highest = outcomes[0]?.probability ?? 1
  return (
    <>
      <Coherence scenario={scenario} joint={joint} name={name} percent={percent} />
      <section aria-label={t('scenarios.outcomes')}>
        <Title order={2} fz="lg">
          {t('scenarios.outcomes')}
        </Title>
        <Text size="sm" className="quiet">
          {t('scenarios.outcomesNote')}
        </Text>
        <ul className="outcomes" aria-live="polite">
          {outcomes.map(({ index, probability, happens }) => (
            <li key={index}>
              <span>{happens.length === 0 ? t('scenarios.nothing') : happens.map(name).join(' + ')}</span>
              <span className="bar-track" aria-hidden="true">
                <span className="bar-fill leads" style={{ width: `${(100 * probability) / highest}%` }} />
              </span>
              <span className="number">{percent(probability)}</span>
            </li>
          ))}
          {rest > 0 && (
            <li>
              <span className="quiet">
                {t('scenarios.rest', { count: 2 ** events.length - outcomes.length })}
              </span>
              <span />
              <span className="number quiet">{percent(rest)}</span>
            </li>
          )}
        </ul>
      </section>
      <Influence events={events} joint={joint} name={name} />
    </>
  )
}

interface CoherenceProps extends Props {
  readonly name: (event: ScenarioEvent) => string
  readonly percent: (p: number) => string
}

function Coherence({ scenario, joint, name, percent }: CoherenceProps) {
  const { t } = useWords()
  const moved = movedJudgements(scenario, joint)
  if (moved.length === 0)
    return (
      <Text role="status" className="planned">
        {t('scenarios.coherent')}
      </Text>
    )
  return (
    <Alert color="sand" title={t('scenarios.incoherent')} role="status">
      <ul className="plain">
        {moved.map(({ event, given, from, to }) => (
          <li key={`${event.id} ${given?.id}`}>
            {given === null
              ? name(event)
              : t('scenarios.given', { name: name(event), condition: name(given) })}
            :{' '}
            <span className="number">
              {percent(from)} → <b>{percent(to)}</b>
            </span>
          </li>
        ))}
      </ul>
    </Alert>
  )
}

function Influence({
  events,
  joint,
  name,
}: Pick<CoherenceProps, 'joint' | 'name'> & { readonly events: readonly ScenarioEvent[] }) {
  const { t, language } = useWords()
  const pairs = events
    .flatMap((event, i) => events.map((cause, j) => ({ event, cause, by: joint.influence[i]?.[j] })))
    .flatMap(({ event, cause, by }) => (by === undefined ? [] : [{ event, cause, by }]))
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by))
  const points = (by: number) =>
    (100 * by).toLocaleString(language, { maximumFractionDigits: 0, signDisplay: 'exceptZero' })
  const [top] = pairs
  const total = (cause: ScenarioEvent) =>
    pairs.filter((one) => one.cause.id === cause.id).reduce((sum, { by }) => sum + Math.abs(by), 0)
  const mover = events.toSorted((a, b) => total(b) - total(a))[0]
  return (
    <section aria-label={t('scenarios.influence')}>
      <Title order={2} fz="lg">
        {t('scenarios.influence')}
      </Title>
      {top !== undefined && Math.abs(top.by) > 0.005 && mover !== undefined && (
        <Text size="sm">
          {t('scenarios.topInfluence', {
            cause: name(top.cause),
            event: name(top.event),
            by: points(top.by),
            mover: name(mover),
          })}
        </Text>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard, and nothing inside can be */}
      <section className="scroll" aria-label={t('scenarios.influenceTable')} tabIndex={0}>
        <table className="impact">
          <thead>
            <tr>
              <th scope="col">
                <span className="quiet">{t('scenarios.moves')}</span>
              </th>
              {events.map((one, at) => (
                <th key={one.id} scope="col">
                  {at + 1}. {name(one)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {events.map((event, i) => (
              <tr key={event.id}>
                <th scope="row">
                  {i + 1}. {name(event)}
                </th>
                {events.map((cause, j) => {
                  const by = joint.influence[i]?.[j]
                  return by === undefined ? (
                    <td key={cause.id} className="own">
                      –
                    </td>
                  ) : (
                    <td key={cause.id} className="number" style={{ background: shade(by) }}>
                      {points(by)}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

/** Blue for more probable, brown for less, the paler the weaker. */
function shade(by: number): string {
  const strength = Math.min(0.45, Math.abs(by) * 0.7)
  return by >= 0 ? `rgb(47 106 163 / ${strength})` : `rgb(181 84 28 / ${strength})`
}
