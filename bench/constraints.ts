/**
 * `node bench/constraints.ts`: how well the rules of the example's policies find what was labelled by hand; the rule on obligations, fed
 * with ATOP's codes, held against the defence pacts that the Correlates of War project coded on its own; strong flags on the agreements of
 * DCAD, which leaves alliances and bases out by definition; and the time for ten thousand records.
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { checkConstraints, triggersOf } from '#domain/check-constraints'
import { type CheckedRecord, checkedActivity } from '#domain/checked-record'
import { Constraint } from '#domain/constraint'
import { findState } from '#domain/state'
import { wilsonInterval } from '#numeric/wilson-interval'
import { readTable } from '#storage/read-table'
import { ruleQuality } from '#workbench/labelled-constraints'
import { describedExercises } from '#workbench/labelled-exercises'
import { labelledSentences } from '#workbench/labelled-records.data'
import { activitiesOfAgreements } from '#workbench/ledger-agreements'
import { textIn } from '#workbench/ledger-rows'
import { shared, sharedIsHere } from '../test/shared.ts'

type Row = Readonly<Record<string, string>>
const file = parse(readFileSync('examples/vietnam/constraints.yaml', 'utf8')) as { constraints: unknown[] }
const constraints = file.constraints.map((one) => Constraint.parse(one))

const labelledRecords = [...labelledSentences, ...(sharedIsHere ? await exercises() : [])]
if (!sharedIsHere)
  console.log('the descriptions of exercises are not here: only sentences of the set itself are tried')
for (const one of ruleQuality(constraints, labelledRecords))
  console.log(
    `${one.constraint} ${one.part} ${one.flags}: precision ${share(one.rightly, one.flagged)}, recall ${share(one.rightly, one.labelled)}`,
  )

const policies = constraints.map((constraint) => ({ constraint, state: 'VNM' }))
const many = Array.from({ length: 10_000 }, (_, at): CheckedRecord => {
  const { text, states, record } = labelledRecords[at % labelledRecords.length] ?? {
    text: '',
    states: [],
    record: 'agreement',
  }
  return {
    kind: record,
    id: `r${at}`,
    title: text,
    date: '2010',
    parties: ['VNM', ...states],
    texts: [{ field: 'text', text }],
    facts: {},
  }
})
const start = performance.now()
const { flags } = checkConstraints(policies, many)
console.log(
  `10,000 records against three policies: ${flags.length} flags in ${Math.round(performance.now() - start)} ms`,
)

const atopColumns = 'ccode1 ccode2 year atop_defense atop_offense atop_neutral atop_nonagg atop_consul'.split(
  ' ',
)
const cowColumns = 'ccode1 ccode2 dyad_st_year dyad_end_year defense'.split(' ')
const dcadColumns = 'DCAid cowName1 cowName2 signYear type category1 category2'.split(' ')

if (sharedIsHere) {
  await pactsOfTwoCoders()
  await agreementsOfDcad()
} else console.log('the large reference data is not here: ATOP, COW and DCAD are left out')

/** The labelled exercises, with descriptions and participants out of the producer's files. */
async function exercises() {
  const folder = 'data/military_exercises'
  const described = await rows(`${folder}/mme_v7_exercises.csv`, ['MMEID', 's.year', 'FocusDescription'])
  const participants = await rows(`${folder}/mme_v7_participants_long.csv.gz`, ['MMEID', 's.year', 'country'])
  const focus = new Map(
    described.flatMap((row) => {
      const text = textIn(row, 'FocusDescription')
      return text === null ? [] : [[`${row['MMEID']}/${row['s.year']}`, text] as const]
    }),
  )
  const states = participants.map((row) => ({
    exercise: row['MMEID'],
    year: row['s.year'],
    state: findState('name', row['country'] ?? '', Number(row['s.year'])),
  }))
  return describedExercises(focus, states)
}

/** Dyads with a defence obligation in ATOP, held against those with a defence pact in COW, in one year. */
async function pactsOfTwoCoders(): Promise<void> {
  const year = 2010
  const pair = (a = '', b = '') => [a, b].toSorted((x, y) => Number(x) - Number(y)).join('-')
  const atop = (await rows('data/alliances/atop_alliance_dyad_year.csv.gz', atopColumns)).filter(
    (row) => row['year'] === String(year),
  )
  const cow = new Set(
    (await rows('data/alliances/cow_alliance_v4_1_by_dyad.csv', cowColumns))
      .filter(
        (row) =>
          Number(row['dyad_st_year']) <= year &&
          Number(row['dyad_end_year'] || 9999) >= year &&
          row['defense'] === '1',
      )
      .map((row) => pair(row['ccode1'], row['ccode2'])),
  )
  const [alliances] = constraints
  const flagged = new Set(
    atop.flatMap((row) => {
      const obligations = (
        [
          ['atop_defense', 'defence'],
          ['atop_offense', 'offence'],
          ['atop_neutral', 'neutrality'],
          ['atop_nonagg', 'nonaggression'],
          ['atop_consul', 'consultation'],
        ] as const
      ).flatMap(([column, word]) => (row[column] === '1' ? [word] : []))
      const record: CheckedRecord = {
        kind: 'agreement',
        id: 'a',
        title: '',
        parties: [],
        texts: [],
        facts: { obligations, bindingness: 'treaty' },
      }
      const strong = triggersOf(alliances?.rules ?? [], record, '').triggers.some(
        ({ strength }) => strength === 'strong',
      )
      return strong ? [pair(row['ccode1'], row['ccode2'])] : []
    }),
  )
  const rightly = [...flagged].filter((one) => cow.has(one)).length
  console.log(
    `defence pacts of ${year}: ATOP's obligations by the rule against COW's coding: precision ${share(rightly, flagged.size)}, recall ${share(rightly, cow.size)} (dyads of one treaty are not independent)`,
  )
}

/** Agreements that are neither alliances nor bases by the definition of the dataset: every strong flag would be an error. */
async function agreementsOfDcad(): Promise<void> {
  const all = (await rows('data/defence_cooperation/dcad_v1_main.csv', dcadColumns)).map((row) => ({
    agreement: row['DCAid'],
    a: row['cowName1'],
    b: row['cowName2'],
    year: Number(row['signYear']),
    kind: row['type'],
    category: row['category1'],
    second_category: row['category2'],
  }))
  const { activities } = activitiesOfAgreements({
    dataset: 'dcad',
    version: 'v',
    table: 'agreements',
    state: '',
    rows: all,
  })
  const beside = { actors: new Map(), passages: new Map<string, string>() }
  const strong = activities.filter((one) =>
    constraints.some(({ rules }) =>
      triggersOf(rules, checkedActivity(one, beside), '').triggers.some(
        ({ strength }) => strength === 'strong',
      ),
    ),
  ).length
  console.log(`agreements of DCAD flagged as strong: ${share(strong, activities.length)}`)
}

async function rows(path: string, columns: readonly string[]): Promise<readonly Row[]> {
  const table = await readTable(shared(path), path, columns)
  return Array.from({ length: table.rows }, (_, at) =>
    Object.fromEntries(columns.map((column) => [column, table.columns[column]?.[at] ?? ''])),
  )
}

function share(part: number, of: number): string {
  if (of === 0) return 'nothing to count'
  const [low, high] = wilsonInterval(part, of)
  return `${(part / of).toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}] (${part}/${of})`
}
