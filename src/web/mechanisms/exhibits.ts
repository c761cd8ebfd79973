import { useMediaQuery } from '@mantine/hooks'
import type { Mechanism, MechanismTable } from '#api/contract/mechanisms'
import type { Cell, Exhibit } from '#domain/exhibit'
import { useWords } from '../language.ts'
import { chairChart } from './chair-chart.ts'
import { frequencyChart } from './frequency-chart.ts'
import { useNames } from './names.ts'
import { overlapChart } from './overlap-chart.ts'

/** A table of all mechanisms with a chart of some. */
export interface Drawn {
  /** mechanisms that can be drawn, by name, as the chart has them */
  readonly mechanisms: readonly string[]
  /** with the chart of some of them */
  with(some: readonly string[]): Exhibit
}

/** Overlaps, chairs and frequencies as charts, each with its table one click away. */
export function useExhibits(table: MechanismTable): {
  readonly overlaps: Exhibit
  readonly chairs: Drawn
  readonly frequency: Drawn
} {
  const { t } = useWords()
  const names = useNames(table)
  const labelLimit = useMediaQuery('(max-width: 48rem)', undefined, { getInitialValueInEffect: false })
    ? 110
    : 240 // pixels that a name may take
  const column = (title: string) => ({ title })
  const row = (...cells: readonly Cell[]) => ({ cells, evidence: [] })
  const elected = table.mechanisms.flatMap(({ elected: seats }) => seats)
  const spells = [
    ...table.chairs.map((one) => ({ ...one, kind: one.basis })),
    ...elected.map((one) => ({ ...one, kind: 'elected' as const })),
  ]
  const kinds = {
    recorded: t('mechanisms.recorded'),
    projected: t('mechanisms.projected'),
    elected: t('mechanisms.electedSeat'),
  }
  const rhythmKnown = ({ frequency: { due, held } }: Mechanism) =>
    typeof due === 'number' || !('missing' in held)
  const frequencyOf = (some: readonly Mechanism[]) =>
    frequencyChart(some, names.mechanism, t('mechanisms.heldForDue'), labelLimit)
  const byName = (wanted: (mechanism: Mechanism) => boolean) =>
    table.mechanisms
      .filter(wanted)
      .map(({ id }) => ({ id, name: names.mechanism(id) }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)) // as the chart orders them
      .map(({ id }) => id)
  const chaired = new Set(spells.map(({ mechanism }) => mechanism))
  const drawn = (
    wanted: (mechanism: Mechanism) => boolean,
    exhibit: (some: ReadonlySet<string>) => Exhibit,
  ) => ({
    mechanisms: byName(wanted),
    with: (some: readonly string[]) => exhibit(new Set(some)),
  })
  return {
    overlaps: {
      id: 'overlaps',
      step: 'F10',
      title: t('mechanisms.overlaps'),
      columns: [
        column(t('mechanisms.mechanism')),
        column(t('mechanisms.mechanism')),
        column(t('mechanisms.sharedMembers')),
        column(t('mechanisms.jaccard')),
      ],
      rows: table.overlaps
        .toSorted((a, b) => b.jaccard.value - a.jaccard.value)
        .map(({ a, b, shared, jaccard }) =>
          row(names.mechanism(a), names.mechanism(b), shared.length, jaccard),
        ),
      chart: overlapChart(table.overlaps, names.mechanism, { share: 'Jaccard' }, labelLimit),
    },
    chairs: drawn(
      ({ id }) => chaired.has(id),
      (some) => ({
        id: 'chairs',
        step: 'F10',
        title: t('mechanisms.chairs'),
        columns: [
          column(t('mechanisms.mechanism')),
          column(t('mechanisms.actor')),
          column(t('mechanisms.from')),
          column(t('mechanisms.to')),
          column(t('mechanisms.basis')),
        ],
        rows: spells.map(({ mechanism, actor, from, to, kind, illustrative }) =>
          row(
            names.mechanism(mechanism),
            names.actor(actor),
            from,
            to,
            illustrative ? `${kinds[kind]} (${t('mechanisms.illustrative')})` : kinds[kind],
          ),
        ),
        chart: chairChart(
          spells.filter(({ mechanism }) => some.has(mechanism)),
          table.double,
          names,
          kinds,
          labelLimit,
        ),
      }),
    ),
    frequency: drawn(
      ({ frequency: { keptShare } }) => !('missing' in keptShare),
      (some) => {
        const chart = frequencyOf(table.mechanisms.filter(({ id }) => some.has(id)))
        return {
          id: 'frequency',
          step: 'F10',
          title: t('mechanisms.frequency'),
          columns: [
            column(t('mechanisms.mechanism')),
            column(t('mechanisms.due')),
            column(t('mechanisms.held')),
            column(t('mechanisms.heldForDue')),
          ],
          rows: table.mechanisms
            .filter(rhythmKnown)
            .map(({ id, frequency: { due, held, keptShare } }) =>
              row(
                names.mechanism(id),
                typeof due === 'number' ? Math.round(due * 10) / 10 : due,
                'missing' in held
                  ? held
                  : held.perhaps === 0
                    ? held.certain
                    : `${held.certain}–${held.certain + held.perhaps}`,
                keptShare,
              ),
            ),
          ...(chart === undefined ? {} : { chart }),
        }
      },
    ),
  }
}
