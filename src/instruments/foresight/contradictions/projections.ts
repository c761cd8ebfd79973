import { pointers } from '#domain/finding'
import type { Projection } from '#domain/projection'
import { normalCdf } from '#numeric/normal'
import { normalQuantile } from '#numeric/normal-quantile'
import type { Tested } from './agencies.ts'
import type { Candidate, ContradictionInput, Told, Untested } from './contradiction.ts'
import { chance, contradictionId, figure, joined, tell } from './wording.ts'

/** A projection with the standard error that its interval implies if errors are normal. */
interface Erring {
  readonly projection: Projection
  readonly error: number
}

/**
 * Projections of one quantity for one date that differ beyond their intervals: one z-test for the two furthest apart, paid for by the number
 * of pairs. Those in other units are told apart from those that differ; those without interval cannot be tested and are listed.
 *
 * @param input what the one who looks may see
 */
export function projectionContradictions({ projections }: ContradictionInput): {
  readonly tested: readonly Tested[]
  readonly untested: readonly Untested[]
  readonly units: readonly Candidate[]
} {
  const groups = [
    ...Map.groupBy(latest(projections), ({ quantity, of }) => `${quantity} ${of}`).values(),
  ].filter((group) => new Set(group.map(({ agency }) => agency)).size > 1)
  const sameUnit = groups.flatMap((group) => [...Map.groupBy(group, ({ unit }) => unit).values()])
  return {
    tested: sameUnit.flatMap(testOf),
    untested: sameUnit.flatMap((group) => (group.length < 2 ? [] : group.flatMap(untestedOf))),
    units: groups.filter((group) => new Set(group.map(({ unit }) => unit)).size > 1).map(unitMismatch),
  }
}

/** The latest projection of each agency. */
function latest(projections: readonly Projection[]): readonly Projection[] {
  const found = new Map<string, Projection>()
  for (const one of projections.toSorted((a, b) =>
    a.made === b.made ? (a.id < b.id ? -1 : 1) : a.made < b.made ? -1 : 1,
  ))
    found.set(`${one.quantity} ${one.of} ${one.agency}`, one)
  return [...found.values()]
}

function errorOf({ interval, level }: Projection): number | undefined {
  if (interval === undefined || level === undefined || interval[1] <= interval[0]) return undefined
  return (interval[1] - interval[0]) / (2 * normalQuantile((1 + level) / 2))
}

function testOf(group: readonly Projection[]): readonly Tested[] {
  const erring = group.flatMap((projection): readonly Erring[] => {
    const error = errorOf(projection)
    return error === undefined ? [] : [{ projection, error }]
  })
  const pairs = erring.flatMap((a, at) => erring.slice(at + 1).map((b) => ({ a, b, z: zOf(a, b) })))
  const worst = pairs.toSorted((x, y) => y.z - x.z)[0]
  if (worst === undefined) return []
  const pValue = Math.min(1, 2 * normalCdf(-worst.z) * pairs.length)
  return [{ pValue, tell: (adjusted) => differing(group, worst.a, worst.b, pValue, adjusted) }]
}

function zOf(a: Erring, b: Erring): number {
  return Math.abs(a.projection.value - b.projection.value) / Math.hypot(a.error, b.error)
}

function differing(
  group: readonly Projection[],
  a: Erring,
  b: Erring,
  pValue: number,
  adjusted: number,
): Candidate {
  const [high, low] = a.projection.value >= b.projection.value ? [a, b] : [b, a]
  const gap = high.projection.value - low.projection.value
  const reach = normalQuantile(0.975) * Math.hypot(a.error, b.error)
  const unit = high.projection.unit
  return {
    ...about('projections', group),
    explanation: joined(
      [
        joined(group.map(sayValue), '; '),
        tell(
          'The difference of {gap} {unit} (95 % interval {low} to {high}) is {z} times its standard error; by chance alone it would be this large with probability {p}, after allowing for all comparisons {q}.',
          'Chênh lệch {gap} {unit} (khoảng 95 %: {low} đến {high}) gấp {z} lần sai số chuẩn; chỉ do ngẫu nhiên thì lớn đến thế với xác suất {p}, sau khi tính đến mọi phép so sánh là {q}.',
          {
            gap: figure(gap),
            unit,
            low: figure(gap - reach),
            high: figure(gap + reach),
            z: figure(zOf(a, b)),
            p: chance(pValue),
            q: chance(adjusted),
          },
        ),
      ],
      '. ',
    ),
    severity: 1 - 2 * normalCdf(-gap / (2 * Math.sqrt((a.error ** 2 + b.error ** 2) / 2))),
    pValue,
    adjusted,
  }
}

function unitMismatch(group: readonly Projection[]): Candidate {
  const units = [...new Set(group.map(({ unit }) => unit))]
  return {
    ...about('units', group),
    explanation: joined(
      [
        joined(group.map(sayValue), '; '),
        tell(
          'They are stated in different units ({units}) and cannot be compared until one is converted.',
          'Các con số dùng đơn vị khác nhau ({units}), chưa so sánh được nếu chưa quy đổi.',
          { units: units.join(', ') },
        ),
      ],
      '. ',
    ),
    severity: 0.2,
    picture: {
      form: 'sides', // on one scale they would mislead
      sides: group.map((one) => ({ agency: one.agency, stance: 'states', text: statedIn(one) })),
    },
    pValue: null,
    adjusted: null,
  }
}

function about(
  kind: 'projections' | 'units',
  group: readonly Projection[],
): Omit<Candidate, 'explanation' | 'severity' | 'pValue' | 'adjusted'> {
  const [first] = group
  return {
    id: contradictionId(kind, [
      first?.quantity ?? '',
      (first?.of ?? '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, ''),
    ]),
    kind,
    title: tell('{title}, {of}', '{title}, {of}', { title: first?.title ?? '', of: first?.of ?? '' }),
    agencies: [...new Set(group.map(({ agency }) => agency))].toSorted(),
    assessors: [],
    question: group.find(({ question }) => question !== undefined)?.question ?? null,
    parties: group.map(({ id }) => ({ kind: 'projection' as const, id })),
    evidence: group.flatMap((one) => pointers('projection', one)),
    picture: {
      form: 'marks',
      unit: 'value',
      unitName: first?.unit ?? null,
      marks: group.map(({ agency, value, interval }) => ({
        label: { en: agency, vi: agency },
        value,
        interval: interval ?? null,
        points: [],
      })),
      sum: null,
    },
    illustrative: group.some(({ illustrative }) => illustrative === true),
  }
}

function statedIn({ value, interval, unit }: Projection): string {
  return `${value}${interval === undefined ? '' : ` [${interval[0]}, ${interval[1]}]`} ${unit}`
}

function sayValue({ agency, value, unit, interval, level }: Projection): Told {
  const said = { agency, value: figure(value), unit }
  if (interval === undefined) return tell('{agency} {value} {unit}', '{agency} {value} {unit}', said)
  const ends = { ...said, low: figure(interval[0]), high: figure(interval[1]) }
  const share = level === undefined ? '' : ` ${Math.round(100 * level)} %`
  return tell(
    `{agency} {value} {unit} (${share.trim()} interval {low} to {high})`,
    `{agency} {value} {unit} (khoảng${share}: {low} đến {high})`,
    ends,
  )
}

function untestedOf(projection: Projection): readonly Untested[] {
  if (errorOf(projection) !== undefined) return []
  const { id, agency, title, of, interval } = projection
  const about = tell('{title}, {of}: {agency}', '{title}, {of}: {agency}', { title, of, agency })
  return [
    {
      id: `projections/${id}`,
      about,
      because:
        interval === undefined
          ? {
              en: 'it states no interval, so nobody can say what difference is noise',
              vi: 'không nêu khoảng, nên không biết chênh lệch nào chỉ là nhiễu',
            }
          : {
              en: 'its interval does not say which share it holds',
              vi: 'khoảng nêu ra không nói chứa bao nhiêu phần',
            },
      parties: [{ kind: 'projection', id }],
    },
  ]
}
