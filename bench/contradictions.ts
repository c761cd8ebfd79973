/**
 * `node bench/contradictions.ts`: contradictions planted in made-up forecasts and projections: the share found, by their size, and how
 * often alarm is false, at a false discovery rate of 0.1; and the time to look through 1,000 questions of 500 forecasters.
 */
import { examine } from '#instruments/foresight/instrument'
import { random } from '#numeric/random'
import {
  agencyRates,
  binary,
  forecast,
  incoherenceRates,
  nothing,
  projectionRates,
  type Rates,
  rate,
} from '../test/planted-forecasts.ts'

const seed = 1
tell('agencies, 4 of 3 forecasters, shift in log-odds', [0, 0.5, 1, 1.5, 2, 3], (shift) =>
  agencyRates(shift, 300, seed),
)
tell('incoherent forecasters, shift in probability', [0, 0.05, 0.1, 0.2, 0.3], (shift) =>
  incoherenceRates(shift, 2000, seed),
)
tell('projections, 4 agencies, shift in standard errors', [0, 2, 3, 4, 6], (shift) =>
  projectionRates(shift, 300, seed),
)

const next = random(seed)
const questions = Array.from({ length: 1000 }, (_, q) => binary(`q-${q}`))
const forecasts = questions.flatMap(({ id }) =>
  Array.from({ length: 500 }, (_, k) =>
    forecast(id, `f-${k}`, `desk-${k % 8}`, Math.round(100 * next()) / 100),
  ),
)
const began = performance.now()
const { contradictions } = examine({ ...nothing, questions, forecasts })
console.log(
  `1,000 questions × 500 forecasters: ${((performance.now() - began) / 1000).toFixed(1)} s, ${contradictions.length} alarms`,
)

function tell(what: string, shifts: readonly number[], run: (shift: number) => Rates): void {
  console.log(`\n${what}; rate asked ${rate}`)
  for (const shift of shifts) {
    const { found, falseShare, runs } = run(shift)
    const hits = found === undefined ? 'nothing planted' : `found ${(100 * found).toFixed(1)} %`
    console.log(
      `  ${String(shift).padStart(4)}  ${hits.padEnd(16)} false ${(100 * falseShare).toFixed(1)} %  (${runs} runs)`,
    )
  }
}
