import { pointers } from '#domain/finding'
import type { Recommendation } from '#domain/recommendation'
import type { Candidate, ContradictionInput, Told } from './contradiction.ts'
import { contradictionId, tell } from './wording.ts'

/**
 * Advice that cannot all be followed: on the same act (do, against do not or wait), or on two acts of which one excludes the other. The
 * latest advice of each agency on an act counts.
 *
 * @param input what the one who looks may see
 */
export function adviceContradictions({ recommendations }: ContradictionInput): readonly Candidate[] {
  const standing = latestAdvice(recommendations)
  const byAct = Map.groupBy(standing, subject)
  const same = [...byAct].flatMap(([key, advice]) => sameAct(key, advice))
  const exclusive = standing
    .filter(({ stance }) => stance === 'do')
    .flatMap((one) =>
      (one.excludes ?? []).flatMap((act) =>
        standing
          .filter(
            (other) => other.act === act && other.stance === 'do' && other.id !== one.id && about(one, other),
          )
          .map((other) => exclusivePair(one, other)),
      ),
    )
  const pairs = new Map(exclusive.map((one) => [one.id, one])) // each may exclude the other: one contradiction
  return [...same, ...pairs.values()]
}

/** The latest advice of each agency on each act; of the same date the later id. */
export function latestAdvice(recommendations: readonly Recommendation[]): readonly Recommendation[] {
  const latest = new Map<string, Recommendation>()
  for (const one of recommendations.toSorted((a, b) =>
    a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1,
  ))
    latest.set(`${subject(one)} ${one.agency}`, one)
  return [...latest.values()]
}

/** The same act towards another state, or on another question, is another act. */
function subject({ act, relation, question }: Recommendation): string {
  return [act, relation, question].filter((part) => part !== undefined).join('/')
}

function about(a: Recommendation, b: Recommendation): boolean {
  return a.relation === undefined || b.relation === undefined || a.relation === b.relation
}

function sameAct(key: string, advice: readonly Recommendation[]): readonly Candidate[] {
  const stances = new Set(advice.map(({ stance }) => stance))
  if (stances.size < 2) return []
  const opposed = stances.has('do') && stances.has('do-not')
  const sided = ['do', 'wait', 'do-not'] as const
  const ranked = advice.toSorted(
    (a, b) => sided.indexOf(a.stance) - sided.indexOf(b.stance) || (a.id < b.id ? -1 : 1),
  )
  const who = (stance: Recommendation['stance']) =>
    ranked
      .filter((one) => one.stance === stance)
      .map(({ agency }) => agency)
      .join(', ')
  const parts = sided.filter((stance) => stances.has(stance))
  const list = (language: 'en' | 'vi') =>
    parts.map((stance) => `${stanceWords[stance][language]}: ${who(stance)}`).join('. ')
  return [
    {
      ...sides('advice', key.split('/'), ranked),
      title: tell('Advice on {act}', 'Khuyến nghị về {act}', { act: ranked[0]?.act ?? '' }),
      explanation: tell(
        opposed
          ? 'On the same act agencies advise the opposite. {list}.'
          : 'On the same act agencies advise different times. {list}.',
        opposed
          ? 'Về cùng một việc, các cơ quan khuyến nghị trái ngược nhau. {list}.'
          : 'Về cùng một việc, các cơ quan khuyến nghị thời điểm khác nhau. {list}.',
        { list: { en: list('en'), vi: list('vi') } },
      ),
      severity: opposed ? 1 : 0.5,
    },
  ]
}

const stanceWords = {
  do: { en: 'Do it', vi: 'Nên làm' },
  wait: { en: 'Wait', vi: 'Nên chờ' },
  'do-not': { en: 'Do not', vi: 'Không nên làm' },
} as const satisfies Record<Recommendation['stance'], Told>

function exclusivePair(one: Recommendation, other: Recommendation): Candidate {
  const pair = [one, other].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    ...sides(
      'exclusive-advice',
      pair.map(({ id }) => id),
      pair,
    ),
    title: tell('{a} and {b}', '{a} và {b}', { a: one.act, b: other.act }),
    explanation: tell(
      '{agency} advises {act}, which excludes {excluded}; {other} advises that.',
      '{agency} khuyến nghị {act}, điều loại trừ {excluded}; {other} lại khuyến nghị việc đó.',
      { agency: one.agency, act: one.act, excluded: other.act, other: other.agency },
    ),
    severity: 0.9,
  }
}

function sides(
  kind: 'advice' | 'exclusive-advice',
  key: readonly string[],
  advice: readonly Recommendation[],
): Omit<Candidate, 'title' | 'explanation' | 'severity'> {
  return {
    id: contradictionId(kind, key),
    kind,
    agencies: [...new Set(advice.map(({ agency }) => agency))].toSorted(),
    assessors: [],
    question: advice.find(({ question }) => question !== undefined)?.question ?? null,
    pValue: null,
    adjusted: null,
    parties: advice.map(({ id }) => ({ kind: 'recommendation' as const, id })),
    evidence: advice.flatMap((one) => pointers('recommendation', one)),
    picture: {
      form: 'sides',
      sides: advice.map(({ agency, stance, text }) => ({ agency, stance, text })),
    },
    illustrative: advice.some(({ illustrative }) => illustrative === true),
  }
}
