/** `method composite` on the ASEM example: all stages as published by COINr 1.1.14, and the results of its article. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { asem, asemFiles } from '../../test/asem.ts'
import { sharedIsHere } from '../../test/shared.ts'
import { methodFile } from './method-file.ts'
import { methodOf } from './methods.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-asem-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const options = {
  normalize: 'min-max',
  aggregate: 'arithmetic',
  impute: 'none',
  treat: 'none',
  skewness: '2',
  kurtosis: '3.5',
  points: '5',
  weights: 'given',
  coverage: '1',
  leastData: '0.66',
  uncertainty: '0',
  weightSpread: '0.25',
  sobol: '0',
  sobolWeights: 'each',
  seed: '1',
  stage: 'all',
}

interface Answer {
  readonly scores: readonly { unit: string; code: string; value: number | null }[]
  readonly ranks: readonly { unit: string; rank: number | null }[]
  readonly stages: readonly {
    stage: string
    rows: readonly { unit: string; code: string; value: number | null; why?: string }[]
  }[]
  readonly warnings: readonly { code: string; at?: string }[]
}

function run(more: object): Promise<Answer> {
  const { framework, data } = asemFiles()
  const files = Object.entries({ framework, data }).map(([name, text]) => {
    const path = join(folder, `${name}.csv`)
    writeFileSync(path, text)
    return methodFile(path)
  })
  const watch = { notice: () => {}, progress: () => {} }
  return methodOf('composite').run(files, { ...options, ...more }, watch) as Promise<Answer>
}

describe.runIf(sharedIsHere)('the ASEM example, 51 states and 49 indicators', () => {
  test('raw, denominated, imputed, treated and normalized as published', async () => {
    const { stages, warnings } = await run({
      denominate: true,
      group: 'EurAsia_group',
      impute: 'group-mean',
      treat: 'winsorize-log',
    })
    for (const [stage, table] of [
      ['raw', 'dset_Raw'],
      ['denominated', 'dset_Denominated'],
      ['imputed', 'dset_Imputed'],
      ['treated', 'dset_Treated'],
      ['normalized', 'dset_Normalised'],
    ] as const) {
      const rows = stages.find((one) => one.stage === stage)?.rows ?? []
      expect(rows).toHaveLength(51 * 49)
      const published = new Map(asem(table).map((row) => [row['uCode'], row]))
      for (const { unit, code, value } of rows) {
        const cell = published.get(unit)?.[code]
        if (cell === 'NA') expect(value, `${stage} ${unit} ${code}`).toBeNull()
        else {
          const gap = Math.abs((value ?? Number.NaN) - Number(cell))
          expect(gap, `${stage} ${unit} ${code}`).toBeLessThanOrEqual(
            1e-9 * Math.max(1, Math.abs(Number(cell))),
          ) // printed with 15 digits
        }
      }
    }
    expect(warnings.filter(({ code }) => code === 'outliers')).toHaveLength(15)
    expect(
      stages.find((one) => one.stage === 'imputed')?.rows.filter(({ why }) => why?.startsWith('filled')),
    ).toHaveLength(65)
  })

  test('the results of Becker et al. (2022), JOSS 7(78): raw data from 0 to 100, means of the parts that are known', async () => {
    const { scores, ranks } = await run({ coverage: '0', stage: 'none' })
    const published = new Map(asem('joss_results').map((row) => [row['uCode'], row]))
    let compared = 0
    for (const { unit, code, value } of scores) {
      const cell = published.get(unit)?.[code]
      if (cell === undefined) continue
      compared++
      expect(Math.abs((value ?? Number.NaN) - Number(cell)), `${unit} ${code}`).toBeLessThan(1e-6) // printed with six decimals
    }
    expect(compared).toBe(51 * 11)
    for (const { unit, rank } of ranks) expect(rank, unit).toBe(Number(published.get(unit)?.['Rank']))
  })
})
