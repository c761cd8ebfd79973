/** The mechanisms and commitments of the example: what the papers tell comes out of the records, and nothing is judged that nobody judged. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seeCommitments } from '#workbench/commitments'
import { loadExample } from '#workbench/demo'
import { seeMechanisms } from '#workbench/mechanisms'
import type { Workbench } from '#workbench/workbench'
import { freshWorkbench } from './database.ts'

let w: Workbench
beforeAll(async () => {
  w = await freshWorkbench()
  await loadExample(w)
})
afterAll(() => w.close())

test('the dual responsibility of 2020 is found, and the one chair of 2010 is not two', async () => {
  const { double } = await seeMechanisms(w, '2020')
  expect(double).toEqual([
    {
      actor: 'vietnam',
      year: 2020,
      seats: [
        { mechanism: 'asean', role: 'chair', basis: 'recorded' },
        { mechanism: 'un-security-council', role: 'elected-member', basis: 'recorded' },
      ],
    },
  ])
})

test('ASEAN has five members in 1980, six in 1990, seven to ten in 1997, ten in 2000', async () => {
  const members = async (at: string) => {
    const seats = (await seeMechanisms(w, at)).seats.filter(({ mechanism }) => mechanism === 'asean')
    return [seats.filter(({ holding }) => holding === 'yes').length, seats.length]
  }
  expect(await Promise.all(['1980', '1990', '1997', '2000'].map(members))).toEqual([
    [5, 5],
    [6, 6],
    [7, 10],
    [10, 10],
  ])
})

test('the forum has the twenty-seven participants of 2013 and met four times of five due in 1998 to 2002', async () => {
  const { seats, mechanisms } = await seeMechanisms(w, '2013')
  expect(seats.filter(({ mechanism }) => mechanism === 'asean-regional-forum')).toHaveLength(27)
  expect(mechanisms).toHaveLength(17)
  const then = (await seeMechanisms(w, '2002')).mechanisms.find(({ id }) => id === 'asean-regional-forum')
  expect(then?.frequency).toMatchObject({ held: { certain: 4, perhaps: 0 } })
})

test('the four ministries of paper 001 contribute, none is said to lead, and that is named as a gap', async () => {
  const { mechanisms } = await seeMechanisms(w, '2020')
  const security = mechanisms.filter(({ ministries }) => ministries.length > 0)
  expect(security.length).toBeGreaterThan(5)
  for (const { ministries, gaps, id } of security) {
    expect(
      ministries.map(({ role }) => role),
      id,
    ).toEqual(Array(4).fill('contributes'))
    expect(gaps, id).toContain('no-lead')
  }
})

test('chairs after the last recorded are projections, and all of them are illustrative', async () => {
  const { chairs } = await seeMechanisms(w, '2026')
  const projected = chairs.filter(({ basis }) => basis === 'projected')
  expect(projected[0]).toMatchObject({ actor: 'singapore', from: '2027' })
  for (const one of projected) expect(one.illustrative).toBe(true)
})

test('what rests on no paper is marked illustrative, and no commitment is coded', async () => {
  const { commitments } = await seeCommitments(w)
  expect(commitments.length).toBeGreaterThan(8)
  for (const { commitment, coders } of commitments) {
    const general = commitment.restsOn.some(({ source }) => source === 'public-record')
    expect(commitment.illustrative === true, commitment.id).toBe(general)
    expect(commitment.textVi, commitment.id).toBeTruthy()
    expect(coders, commitment.id).toBe(0)
  }
})
