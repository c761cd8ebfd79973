/** One step of a survival curve: what share lasts beyond this time. */
export interface SurvivalStep {
  readonly time: number
  /** share in [0, 1] */
  readonly survival: number
  /** 95 % interval; null where nobody is left to tell it */
  readonly interval: readonly [number, number] | null
  readonly atRisk: number
  readonly events: number
}

/** A survival curve, and the time by which half has ended. */
export interface Survival {
  readonly steps: readonly SurvivalStep[]
  /** null where more than half lasts beyond the last time */
  readonly median: number | null
  /** 95 %; an end that the data do not reach is null */
  readonly medianInterval: readonly [number | null, number | null]
}

const z95 = 1.959963984540054

/**
 * Kaplan and Meier's estimate of survival, with intervals on the logarithm (Greenwood's variance), as R's survfit has them.
 *
 * @param time  [spells] how long each lasted, or has lasted so far; at least 0
 * @param ended [spells] 1 if it ended then, 0 if it was still going on
 * @throws RangeError if there is no spell or a time is below 0
 * @see Kaplan & Meier (1958), JASA 53(282), eq. 2b; Greenwood (1926); Kalbfleisch & Prentice (2002), eq. 1.10; median:
 *   Brookmeyer & Crowley (1982), Biometrics 38(1)
 * @example
 * kaplanMeier([1, 2, 3, 4], [1, 1, 1, 1]).median // => 2.5
 */
export function kaplanMeier(time: ArrayLike<number>, ended: ArrayLike<number>): Survival {
  const spells = Array.from(time, (t, at) => ({ t, event: ended[at] === 1 })).sort((a, b) => a.t - b.t)
  if (spells.length === 0) throw new RangeError('kaplanMeier: there must be a spell')
  if (!spells.every(({ t }) => t >= 0)) throw new RangeError('kaplanMeier: times must be at least 0')
  const steps: SurvivalStep[] = []
  let survival = 1
  let greenwood = 0
  for (let from = 0; from < spells.length; ) {
    const t = spells[from]?.t ?? 0
    let to = from
    let events = 0
    while (to < spells.length && spells[to]?.t === t) if (spells[to++]?.event) events++
    const atRisk = spells.length - from
    if (events > 0) {
      survival *= 1 - events / atRisk
      greenwood += events / (atRisk * (atRisk - events))
      const half = z95 * Math.sqrt(greenwood)
      const interval =
        survival > 0 ? ([survival * Math.exp(-half), Math.min(1, survival * Math.exp(half))] as const) : null
      steps.push({ time: t, survival: Math.max(0, survival), interval, atRisk, events })
    }
    from = to
  }
  const first = (below: (step: SurvivalStep) => boolean) => steps.find(below)?.time ?? null
  return {
    steps,
    median: halfway(steps),
    medianInterval: [
      first(({ interval }) => interval !== null && interval[0] <= 0.5),
      first(({ interval }) => interval !== null && interval[1] <= 0.5),
    ],
  }
}

/** The time at which the curve falls below one half; the middle of the times between which it lies on it, as in R. */
function halfway(steps: readonly SurvivalStep[]): number | null {
  const at = steps.findIndex(({ survival }) => survival <= 0.5 + 1e-12)
  const step = steps[at]
  if (step === undefined) return null
  const next = steps[at + 1]
  return Math.abs(step.survival - 0.5) < 1e-12 && next !== undefined ? (step.time + next.time) / 2 : step.time
}
