import type { Contradiction, Input } from './model.ts'

/** The finders of contradictions, each a pure function of `contradictions/`, one a line. */
const finders: readonly ((input: Input) => readonly Contradiction[])[] = []

/** What cannot all hold, the worst first. */
export function contradict(input: Input): readonly Contradiction[] {
  return finders
    .flatMap((find) => find(input))
    .toSorted((a, b) => b.severity - a.severity || (a.id < b.id ? -1 : 1))
}
