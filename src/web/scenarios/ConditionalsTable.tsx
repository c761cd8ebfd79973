import { NumberInput, Text } from '@mantine/core'
import type { CrossImpact } from '#domain/cross-impact'
import { useWords } from '../language.ts'
import { share } from './EventsForm.tsx'
import type { ScenarioEvent } from './joint.ts'

interface Props {
  readonly scenario: CrossImpact
  readonly change: (scenario: CrossImpact) => void
}

/** How probable each event becomes if another happens; an empty cell says nothing. */
export function ConditionalsTable({ scenario, change }: Props) {
  const { t, language } = useWords()
  const { events, given } = scenario
  const name = ({ title, titleVi }: ScenarioEvent) => (language === 'vi' ? titleVi : undefined) ?? title
  const set = (event: string, condition: string, typed: number | string) => {
    const before = given.find((one) => one.event === event && one.if === condition)
    const others = given.filter((one) => one !== before)
    change({
      ...scenario,
      given:
        typed === '' ? others : [...others, { ...before, event, if: condition, probability: share(typed) }],
    })
  }
  return (
    <section className="scroll" aria-label={t('scenarios.conditionals')}>
      <table className="impact">
        <thead>
          <tr>
            <th scope="col">
              <Text size="sm" className="quiet">
                {t('scenarios.becomes')}
              </Text>
            </th>
            {events.map((one, at) => (
              <th key={one.id} scope="col">
                {t('scenarios.if')} {at + 1}. {name(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map((event, at) => (
            <tr key={event.id}>
              <th scope="row">
                {at + 1}. {name(event)}
              </th>
              {events.map((condition) =>
                condition.id === event.id ? (
                  <td key={condition.id} className="own">
                    {event.probability.toLocaleString(language, { style: 'percent' })}
                  </td>
                ) : (
                  <td key={condition.id}>
                    <NumberInput
                      size="xs"
                      hideControls
                      allowNegative={false}
                      suffix=" %"
                      min={0}
                      max={100}
                      placeholder="–"
                      aria-label={t('scenarios.given', { name: name(event), condition: name(condition) })}
                      value={percentOf(given, event.id, condition.id)}
                      onChange={(value) => set(event.id, condition.id, value)}
                    />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function percentOf(given: CrossImpact['given'], event: string, condition: string): number | '' {
  const found = given.find((one) => one.event === event && one.if === condition)
  return found === undefined ? '' : Math.round(1000 * found.probability) / 10
}
