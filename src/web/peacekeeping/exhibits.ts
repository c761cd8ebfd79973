import { useMediaQuery } from '@mantine/hooks'
import type { PeacekeepingAnswer, StateYear } from '#api/contract/peacekeeping'
import type { Cell, Exhibit } from '#domain/exhibit'
import { useStateName } from '../components/StatePicker.tsx'
import { useWords } from '../language.ts'
import { missionChart, peerChart, womenChart } from './charts.ts'

type Share = StateYear['share']
type Rank = StateYear['rank']

/** The last year in which it is known what the state sent. */
export function lastKnownYear({ states }: PeacekeepingAnswer): number | undefined {
  return states[0]?.years.findLast(({ total }) => typeof total === 'number')?.year
}

/** Tables with charts of contributions: by mission, women against targets, peers, and by type where it is told. */
export function usePeacekeepingExhibits(answer: PeacekeepingAnswer): readonly Exhibit[] {
  const { t } = useWords()
  const nameOf = useStateName()
  const narrow = useMediaQuery('(max-width: 48rem)', undefined, { getInitialValueInEffect: false })
  const years = answer.states[0]?.years ?? []
  const last = lastKnownYear(answer)
  const row = (...cells: readonly Cell[]) => ({ cells, evidence: [] })
  const typeNames = (types: readonly string[]) =>
    types.map((type) => t(`peacekeeping.type.${type}`)).join(t('peacekeeping.and'))
  const rank = (one: Rank): Cell =>
    'missing' in one
      ? one
      : t(one.tied > 0 ? 'peacekeeping.rankTied' : 'peacekeeping.rankOf', {
          rank: one.rank,
          of: one.of,
          count: one.tied,
        })
  const chartOf = (spec: Exhibit['chart'] | undefined) => (spec === undefined ? {} : { chart: spec })
  const missionNames = [...new Set(answer.missions.map(({ key }) => key))]
  const sent = (year: number, mission: string) =>
    answer.missions.find((one) => one.year === year && one.key === mission)?.total ?? 0
  const byMission: Exhibit = {
    id: 'peacekeeping-missions',
    step: 'M10',
    title: t('peacekeeping.byMission'),
    columns: [
      { title: t('data.column.year') },
      { title: t('peacekeeping.persons') },
      ...missionNames.map((mission) => ({ title: mission })),
      { title: t('peacekeeping.rank') },
    ],
    rows: years.map(({ year, total, rank: one }) =>
      row(
        String(year),
        total,
        ...missionNames.map((mission): Cell => (typeof total === 'number' ? sent(year, mission) : '')),
        rank(one),
      ),
    ),
    ...chartOf(
      missionChart(answer, { persons: t('peacekeeping.persons'), missing: t('peacekeeping.missing') }),
    ),
  }
  const women: Exhibit = {
    id: 'peacekeeping-women',
    step: 'M10',
    title: t('peacekeeping.women'),
    columns: [
      { title: t('data.column.year') },
      { title: t('peacekeeping.persons') },
      { title: t('peacekeeping.womenCount') },
      { title: t('peacekeeping.share'), unit: '%' },
    ],
    rows: years.map(({ year, total, women: count, share }) =>
      row(String(year), total, count, shareCell(share)),
    ),
    ...chartOf(
      womenChart(answer, {
        share: t('peacekeeping.share'),
        target: (types, year) => t('peacekeeping.targetLine', { types: typeNames(types), year }),
      }),
    ),
  }
  const told = answer.basis === 'months' // else types of personnel are not told apart
  const targets: Exhibit = {
    id: 'peacekeeping-targets',
    step: 'M10',
    title: t('peacekeeping.targets'),
    columns: [
      { title: t('peacekeeping.kind') },
      { title: t('data.column.year') },
      { title: t('peacekeeping.target'), unit: '%' },
      ...(told
        ? [{ title: t('peacekeeping.reached'), unit: '%' }, { title: t('peacekeeping.verdict') }]
        : []),
      { title: t('peacekeeping.source') },
    ],
    rows: answer.targets.map(({ types, year, share, reached, verdict, source, compared }) =>
      row(
        typeNames(types),
        String(year),
        percent(share),
        ...(told ? [shareCell(reached), t(`peacekeeping.verdictOf.${verdict}`, { year: compared })] : []),
        source,
      ),
    ),
  }
  const peers: readonly Exhibit[] =
    last === undefined
      ? []
      : [
          {
            id: 'peacekeeping-peers',
            step: 'M10',
            title: t('peacekeeping.peersIn', { year: last }),
            columns: [
              { title: t('data.state') },
              { title: t('peacekeeping.persons') },
              { title: t('peacekeeping.womenCount') },
              { title: t('peacekeeping.share'), unit: '%' },
              { title: t('peacekeeping.rank') },
              { title: t('peacekeeping.rankPeers') },
            ],
            rows: answer.states
              .flatMap(({ state, years: own }) => {
                const one = own.find(({ year }) => year === last)
                return one === undefined ? [] : [{ state, one }]
              })
              .toSorted((a, b) => amount(b.one.total) - amount(a.one.total))
              .map(({ state, one }) =>
                row(
                  nameOf(state),
                  one.total,
                  one.women,
                  shareCell(one.share),
                  rank(one.rank),
                  rank(one.rankAmongPeers),
                ),
              ),
            ...chartOf(
              peerChart(
                answer,
                last,
                {
                  share: t('peacekeeping.share'),
                  name: (state, persons) => `${nameOf(state)} (${Math.round(persons)})`,
                },
                narrow ? 120 : 260,
              ),
            ),
          },
        ]
  const types: readonly Exhibit[] =
    answer.types.length === 0
      ? []
      : [
          {
            id: 'peacekeeping-types',
            step: 'M10',
            title: t('peacekeeping.byType'),
            columns: [
              { title: t('data.column.year') },
              { title: t('peacekeeping.kind') },
              { title: t('peacekeeping.persons') },
              { title: t('peacekeeping.womenCount') },
            ],
            rows: answer.types.map(({ year, key, total, women: count }) =>
              row(String(year), t(`peacekeeping.type.${key}`), total, count),
            ),
          },
        ]
  return [byMission, women, ...peers, ...types, targets]
}

function shareCell(share: Share): Cell {
  if ('missing' in share) return share
  const [low, high] = share.interval
  return { value: percent(share.value), interval: [percent(low), percent(high)] }
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10
}

function amount(total: StateYear['total']): number {
  return typeof total === 'number' ? total : -1
}
