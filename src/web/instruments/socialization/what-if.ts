import type { socializationResult } from '#instruments/socialization/instrument'
import { posterior } from '#numeric/posterior'
import { type ClueTable, Weigher } from '#numeric/weigh-evidence'

type Weighing = ReturnType<typeof socializationResult>['weighing']

/** The weighing of an analysis, ready to be weighed again in the page with the instrument's own code. */
export interface WhatIf {
  /** posterior of each hypothesis when clues weigh other than judged and the study counts other than assumed */
  weigh(factors: ReadonlyMap<string, number>, channel: number): readonly number[]
}

/**
 * Lays an analysis out to be weighed again.
 *
 * @param weighing the weighing of the analysis; its rows are what the assessors judged, in dB
 */
export function whatIf({ clues, hypotheses, dependence }: Weighing): WhatIf {
  const k = hypotheses.length
  const clusters = [...new Set(clues.map((clue) => clue.cluster))]
  const tellings = [...new Set(clues.map((clue) => clue.telling))]
  const rows = Float64Array.from(clues.flatMap((clue) => [...clue.rowDb]))
  const table: ClueTable = {
    hypotheses: k,
    weightDb: rows,
    telling: Int32Array.from(clues, (clue) => tellings.indexOf(clue.telling)),
    cluster: Int32Array.from(tellings, (telling) => {
      const told = clues.filter((clue) => clue.telling === telling)
      return clusters.indexOf((told.find((clue) => clue.id === telling) ?? told[0])?.cluster ?? '')
    }),
    channel: new Int32Array(clusters.length),
  }
  const weigher = new Weigher(table, dependence)
  const prior = hypotheses.map((h) => h.prior)
  const changed = rows.slice()
  return {
    weigh(factors, channel) {
      for (const [at, clue] of clues.entries()) {
        const factor = factors.get(clue.id) ?? 1
        for (let j = 0; j < k; j++) changed[at * k + j] = (rows[at * k + j] ?? 0) * factor
      }
      return [...posterior(prior, weigher.weigh({ cluster: dependence.cluster, channel }, changed))]
    },
  }
}
