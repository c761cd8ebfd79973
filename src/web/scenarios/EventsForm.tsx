import { ActionIcon, Button, NumberInput, Slider, TextInput } from '@mantine/core'
import type { CrossImpact } from '#domain/cross-impact'
import { useWords } from '../language.ts'

interface Props {
  readonly scenario: CrossImpact
  readonly change: (scenario: CrossImpact) => void
}

const mostEvents = 12

/** The events: what each is and how probable, whatever the others do. */
export function EventsForm({ scenario, change }: Props) {
  const { t } = useWords()
  const { events, given } = scenario
  const edit = (id: string, next: Partial<CrossImpact['events'][number]>) =>
    change({ ...scenario, events: events.map((one) => (one.id === id ? { ...one, ...next } : one)) })
  const drop = (id: string) =>
    change({
      ...scenario,
      events: events.filter((one) => one.id !== id),
      given: given.filter((one) => one.event !== id && one.if !== id),
    })
  const add = () => {
    const taken = new Set(events.map(({ id }) => id))
    let at = events.length + 1
    while (taken.has(`event-${at}`)) at++
    change({
      ...scenario,
      events: [...events, { id: `event-${at}`, title: `${t('scenarios.event')} ${at}`, probability: 0.5 }],
    })
  }
  return (
    <>
      {events.map(({ id, title, titleVi, probability }, at) => (
        <fieldset key={id} className="event-row" style={{ border: 0, margin: 0, paddingInline: 0 }}>
          <TextInput
            label={`${at + 1}. ${t('scenarios.eventTitle')}`}
            value={title}
            error={title.trim() === '' ? t('scenarios.needed') : undefined}
            onChange={(change_) => edit(id, { title: change_.currentTarget.value })}
          />
          <TextInput
            label={`${at + 1}. ${t('scenarios.eventTitleVi')}`}
            value={titleVi ?? ''}
            onChange={({ currentTarget: { value } }) =>
              edit(id, { titleVi: value === '' ? undefined : value })
            }
          />
          <NumberInput
            label={t('scenarios.probability')}
            aria-label={t('scenarios.probabilityOf', { name: title })}
            suffix=" %"
            min={0}
            max={100}
            hideControls
            allowNegative={false}
            value={Math.round(1000 * probability) / 10}
            onChange={(value) => edit(id, { probability: share(value) })}
          />
          <Slider
            thumbLabel={t('scenarios.probabilityOf', { name: title })}
            min={0}
            max={100}
            label={null}
            value={Math.round(100 * probability)}
            onChange={(value) => edit(id, { probability: value / 100 })}
            mb={10}
          />
          <ActionIcon
            variant="default"
            mb={2}
            disabled={events.length <= 2}
            aria-label={t('scenarios.drop', { name: title })}
            onClick={() => drop(id)}
          >
            ×
          </ActionIcon>
        </fieldset>
      ))}
      <Button variant="default" size="xs" mt="xs" disabled={events.length >= mostEvents} onClick={add}>
        {t('scenarios.addEvent')}
      </Button>
    </>
  )
}

/** A typed percentage as a share in [0, 1]; what is no number yet counts as 0. */
export function share(percent: number | string): number {
  const typed = Number(percent)
  return Number.isFinite(typed) ? Math.min(1, Math.max(0, typed / 100)) : 0
}
