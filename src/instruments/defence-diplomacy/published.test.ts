/** Activities with partners in published proportions give the published numbers, through the whole instrument. */
import { expect, test } from 'vitest'
import { isMissing } from '#domain/missing'
import { activity } from '../../../test/activity-evidence.ts'
import { literalReader } from '../../../test/literal-reader.ts'
import { defenceDiplomacy, defenceDiplomacyResult } from './instrument.ts'
import published from './published/effective-number.json' with { type: 'json' }

async function whole(counts: readonly number[]) {
  const partners = counts.map(
    (_, k) => `${String.fromCharCode(65 + Math.floor(k / 26))}${String.fromCharCode(65 + (k % 26))}X`,
  )
  const activities = counts.flatMap((count, k) =>
    Array.from({ length: count }, (_, at) => activity(`a${k}-${at}`, [partners[k] ?? ''])),
  )
  const { result } = await defenceDiplomacy.analyse(
    { state: 'VNM', draws: 100 },
    literalReader({ activity: activities }),
  )
  const line = defenceDiplomacyResult(result).diversity.find(({ of }) => of === 'all')
  if (line === undefined || isMissing(line.effective) || isMissing(line.hhi))
    throw new Error('nothing measured')
  return { effective: line.effective.value, hhi: line.hhi.value }
}

test.each(published.rows)('$large and $ones of 1 are $effective effective partners', async (row) => {
  const { effective } = await whole([...row.large, ...Array.from({ length: row.ones }, () => 1)])
  expect(effective.toFixed(2)).toBe(row.effective)
})

test('30, 30, 20 and 20 are an HHI of 2,600', async () => {
  expect((await whole(published.hhi.shares)).hhi * 10_000).toBeCloseTo(published.hhi.printed, 8)
})
