import type { Bearing, Evidence } from '#domain/evidence'
import { mechanisms } from '#domain/mechanism'
import { random } from '#numeric/random'

const words =
  'delegation memo minister consensus draft clause chair proposal objection standing partner majority wording principle application norm council forum hội đồng nhân quyền đối ngoại Việt Nam ngoại giao phòng ngừa trách nhiệm bảo vệ'.split(
    ' ',
  )

/** Words that look like a claim, drawn by a seeded generator. */
export function claim(draw: () => number, length: number): string {
  return Array.from({ length }, () => words[Math.floor(draw() * words.length)]).join(' ')
}

/** Clues of one case with bearings on six mechanisms, drawn by a seeded generator. */
export function largeEvidence(count: number, caseId: string, witnesses: number): Evidence[] {
  const draw = random(11)
  const weights = ['weak', 'moderate', 'strong'] as const
  return Array.from({ length: count }, (_, at) => ({
    id: `${caseId}/e${at}`,
    case: caseId,
    claim: claim(draw, 12),
    date: `${2000 + (at % 10)}-${String(1 + (at % 12)).padStart(2, '0')}`,
    witness: `w${at % witnesses}`,
    bearings: [0, 1].map(
      (): Bearing => ({
        hypothesis: mechanisms[Math.floor(draw() * mechanisms.length)] ?? 'persuasion',
        direction: draw() < 0.5 ? 'for' : 'against',
        weight: weights[Math.floor(draw() * 3)] ?? 'weak',
        because: claim(draw, 6),
      }),
    ),
    restsOn: [{ source: `w${at % witnesses}`, locator: `p. ${at}` }],
  }))
}

/** The median of some times. */
export function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}
