/** Every dataset's description agrees with itself, and reads the real file where the reference data is. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Layout } from '#datasets/dataset'
import { datasets } from '#datasets/registry'
import { importFiles } from '#storage/import-dataset'
import { shared, sharedIsHere } from './shared.ts'

const layouts = datasets.flatMap((dataset) =>
  dataset.tables.flatMap((table) => table.layouts.map((layout) => ({ dataset, table, layout }))),
)

test('ids of datasets are in alphabetical order, each once', () => {
  const ids = datasets.map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)].sort())
})

test.each(datasets)(
  '$id says who made it, how to cite it, where to get it and what to beware of',
  (dataset) => {
    for (const words of [dataset.title, dataset.producer, dataset.citation, dataset.licence, dataset.version])
      expect(words.length).toBeGreaterThan(2)
    expect(dataset.url).toMatch(/^https?:\/\//)
    expect(dataset.quirks.length).toBeGreaterThan(1)
    expect(new Set(dataset.tables.map(({ name }) => name)).size).toBe(dataset.tables.length)
  },
)

test.each(layouts)('$dataset.id, $table.name, layout $layout.id: columns agree', ({ table, layout }) => {
  const names = table.columns.map(({ name }) => name)
  const states = layout.states.map((state) => state.as)
  expect(names).toEqual(
    expect.arrayContaining([...states, ...Object.keys(layout.select), ...table.key, ...table.who]),
  )
  expect(Object.keys(layout.select).filter((name) => states.includes(name))).toEqual([])
  expect(states.toSorted()).toEqual([...table.who].sort())
  if (table.when !== null) expect(names).toEqual(expect.arrayContaining(Object.values(table.when)))
  for (const column of table.columns) {
    if (column.type === 'number') expect(column.unit, column.name).toBeDefined()
    if (column.gather !== undefined) expect(['number', 'integer', 'boolean']).toContain(column.type)
  }
})

test('a header of one layout of a dataset is of no other', () => {
  const fits = (layout: Layout, header: readonly string[]) =>
    layout.headerless === undefined &&
    layout.columns.every((column) => header.includes(column)) &&
    !(layout.without ?? []).some((column) => header.includes(column))
  for (const { dataset, layout } of layouts) {
    const alike = layouts.filter(
      (other) =>
        other.dataset === dataset &&
        other.layout.format === layout.format &&
        fits(other.layout, layout.columns),
    )
    if (layout.headerless === undefined)
      expect(
        alike.map((one) => one.layout.id),
        dataset.id,
      ).toEqual([layout.id])
  }
})

const gdeltRow = (cells: number) => {
  const row = Array.from({ length: cells }, () => '')
  for (const [at, text] of Object.entries({
    0: '410412347',
    1: '20150218',
    2: '201502',
    3: '2015',
    4: '2015.1315',
    5: 'VNMGOV',
    7: 'VNM',
    15: 'LAO',
    17: 'LAO',
    25: '1',
    26: '042',
    27: '042',
    28: '04',
    29: '1',
    30: '1.9',
    31: '6',
  }))
    row[Number(at)] = text
  return row.join('\t')
}
/** Made by us in the layouts of files that are not at hand: dataset, layout, text, rows kept, refused and skipped. */
const made: readonly (readonly [string, string, string, number, number, number])[] = [
  ['gdelt', '1.0', `${gdeltRow(58)}\n${gdeltRow(58).replace('20150218', '20151399')}\n`, 1, 1, 0],
  ['gdelt', '1.0-old', `${gdeltRow(57)}\n`, 1, 0, 0],
  ['gdelt', '2.0', `${gdeltRow(61)}\n`, 1, 0, 0],
  [
    'gdelt',
    'with-header',
    'GLOBALEVENTID\tSQLDATE\tActor1Code\tActor1CountryCode\tActor2Code\tActor2CountryCode\tEventCode\tGoldsteinScale\tNumMentions\n1\t20150218\tVNM\tVNM\tLAO\tLAO\t042\t1.9\t6\n',
    1,
    0,
    0,
  ],
  [
    'cow-trade',
    'producer',
    'ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2\n2,816,2000,United States of America,Vietnam,879.9,-9,879.9,-9\n',
    2,
    0,
    0,
  ],
  ['un-votes', 'voeten', 'rcid,ccode,session,vote\n3,816,32,1\n3,2,32,9\n3,20,32,7\n3,200,32,8\n', 2, 1, 1],
  [
    'trade-products',
    'baci',
    't,i,j,k,v,q\n2020,704,842,10121,1.5,2\n2020,490,704,854231,7,\n2020,10,704,854231,1,1\n2020,704,842,010121,1.5,2\n2020,704,842,coffee,1,1\n2020,704,156,090111,-1,1\n',
    3,
    2,
    1,
  ],
  [
    'trade-products',
    'plain',
    'year,reporter,partner,product,value\n2020,vnm,USA,101,1.5\n2020,VNM,WLD,27,7\nlast,VNM,USA,27,7\n',
    2,
    1,
    0,
  ],
  ['unga-ideal-points', 'dataverse', 'ccode,session,IdealPointAll\n816,50,-0.9\n816,51,\n', 2, 0, 0],
  [
    'sipri-arms',
    'register',
    'Recipient,Supplier,Year of order,SIPRI TIV of delivered weapons\nViet Nam,Russia,2009,12.5\nViet Nam,Russia,2009,7.5\nHezbollah (Lebanon)*,Iran,2001,1\n',
    2,
    0,
    0,
  ],
  [
    'atop',
    'producer',
    'stateA,stateB,year,defense,offense,neutral,nonagg,consul\n365,816,1980,0,0,0,1,1\n',
    1,
    0,
    0,
  ],
  [
    'polecat',
    'polecat-tsv',
    'Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\tRecipient Name\tRecipient Country\nE1\t2020-01-02\tconsult\tvisit\t4\tVERBAL COOPERATION\tNone\tA\tVNM;LAO\tB\tKHM\n',
    1,
    0,
    0,
  ],
  [
    'polecat',
    'polecat-csv',
    'Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Recipient Name,Recipient Country\nE1,2020-01-02,consult,visit,4,VERBAL COOPERATION,None,A,VNM,B,\n',
    1,
    0,
    0,
  ],
  [
    'icews',
    'raw-tsv',
    'Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tCAMEO Code\tIntensity\tTarget Name\tTarget Country\tCountry\n1\t2010-05-01\tX\t\tVietnam\t042\t1.9\tY\tLaos\tLaos\n',
    1,
    0,
    0,
  ],
  [
    'mediation',
    'own',
    'case,process,year,dispute,nature,issue,region,intensity,duration,attempts_before,power_ratio,mediator,mediator_type,role,outcome,source,notes\nHarbour talks,harbour,2009,Fees in the strait,interstate,resources,north,0,7,,1.4,Norway,state,facilitation,partial,,\nHarbour talks II,harbour,2010,Fees in the strait,interstate,resources,north,0,19,1,1.4,Elders of the strait,non-state,good-offices,none,,\nLast talks,,2011,,,,,,,,,Norway,state,hosting,none,,\nNo outcome,,2011,,,,,,,,,Norway,state,facilitation,,,\nMinus,,2011,,,,,-4,,,,Norway,state,facilitation,none,,\nThird talks,harbour,2012,,internal,,,12.5,,,,Arab League,regional,mediation,full,,\n',
    3,
    3,
    0,
  ],
  [
    'un-peacekeeping',
    'portal',
    'contribution_id,isocode3,contributing_country,mission_acronym,personnel_type,female_personnel,male_personnel,last_reporting_date\n1,VNM,Viet Nam,UNMISS,Staff Officer,1,4,2020-01-31T00:00:00\n2,VNM,Viet Nam,UNMISS,Troops,10,53,2020-01-31\n3,VNM,Viet Nam,MINUSCA,Experts on Mission,0,0,2020-01-31\n4,VNM,Viet Nam,UNMISS,Cooks,1,1,2020-01-31\n5,VNM,Viet Nam,UNMISS,Troops,10,,2020-02-29\n6,IDN,Indonesia,UNIFIL,Formed Police Units,9,131,2020-01-31\n7,IDN,Indonesia,UNIFIL,Troops,30,1100,2020-01-31\n',
    4,
    2,
    1,
  ],
  [
    'un-peacekeeping',
    'titled',
    'Isocode3,Contributing Country,Mission acronym,Personnel type,Female,Male,Total,Last Reporting Date\nVNM,Viet Nam,UNMISS,Troops,10,53,63,31/01/2020\nVNM,Viet Nam,UNMISS,Police,1,4,6,2020-01-31\nVNM,Viet Nam,UNMISS,Individual Police,1,4,5,2020-01-31\n',
    2,
    1,
    0,
  ],
]

describe('layouts', () => {
  const into = mkdtempSync(join(tmpdir(), 'soundings-made-'))
  afterAll(() => rmSync(into, { recursive: true, force: true }))

  test.each(made)('%s, %s', async (id, layout, text, kept, refused, skipped) => {
    const dataset = datasets.find((one) => one.id === id)
    if (dataset === undefined) throw new Error(`no dataset ${id}`)
    const path = join(into, `${id}-${layout}`)
    writeFileSync(path, text)
    const [imported] = await importFiles(dataset, { files: [{ path, name: basename(path) }], into })
    expect(imported?.report).toMatchObject({ layout, kept, refused, skipped })
  })
})

/** File of the reference data → dataset, rows read, kept, refused and skipped, counted once by hand from its README and by DuckDB. */
const real: readonly (readonly [string, string, number, number, number, number])[] = [
  ['alliances/atop_alliance_dyad_year.csv.gz', 'atop', 273_296, 268_458, 4742, 96],
  ['alliances/cow_alliance_v4_1_by_dyad.csv', 'cow-alliances', 3222, 3134, 85, 3],
  ['arms_transfers_sipri/sipri_tiv_exports_dyad_year.csv.gz', 'sipri-arms', 21_324, 21_324, 0, 0],
  ['capabilities_gdp/cow_nmc_cinc.csv.gz', 'cinc', 17_121, 17_119, 2, 0],
  ['capabilities_gdp/cw_gdppop.csv.gz', 'gdp', 16_536, 16_534, 0, 2],
  ['contiguity_distance_colonial/cow_contdir_spells.csv', 'contiguity', 847, 847, 0, 0],
  ['cow_trade/cow_trade_ddy.parquet', 'cow-trade', 1_347_308, 1_347_304, 2, 2],
  ['cow_trade/cow_trade_sy.csv.gz', 'cow-trade', 14_410, 13_644, 766, 0],
  ['defence_cooperation/dcad_v1_main.csv', 'dcad', 1871, 1867, 4, 0],
  [
    'diplomatic_exchange/cow_diplomatic_exchange_changes_1930_2005.csv.gz',
    'diplomatic-exchange',
    46_365,
    46_333,
    22,
    10,
  ],
  ['events_cameo/icews_dyad_year_2002_2014.parquet', 'icews', 298_376, 298_376, 0, 0],
  ['events_cameo/icews_raw_2018_sample.csv', 'icews', 3705, 3705, 0, 0],
  ['events_cameo/icews_tkg_2005_2015.parquet', 'icews', 110_271, 92_367, 0, 17_904],
  ['events_cameo/keds_levant_cameo.csv.gz', 'keds', 145_709, 145_709, 0, 0],
  ['igo_membership/cow_igo_state_year_sums.csv', 'cow-igo', 15_557, 15_557, 0, 0],
  ['igo_membership/informal_igo_membership_migo.csv.gz', 'cow-igo', 80_624, 80_624, 0, 0],
  ['mediation_peace/mediation_events_sudan_south_sudan.csv.gz', 'mediation', 1221, 1221, 0, 0],
  ['mediation_peace/mediation_actors.csv', 'mediation', 107, 107, 0, 0],
  ['mids_wars_rivalries/cow_mid_ddydisps.csv.gz', 'mids', 10_234, 10_230, 4, 0],
  ['military_exercises/mme_v7_exercises.csv', 'military-exercises', 3707, 3707, 0, 0],
  ['military_exercises/mme_v7_participants_long.csv.gz', 'military-exercises', 13_818, 13_579, 211, 28],
  ['peacekeeping/un_pk_country_mission_year_gender.csv', 'un-peacekeeping', 57_425, 6215, 0, 51_210],
  ['unga_ideal_points/qss_unvoting.csv', 'unga-ideal-points', 9120, 8967, 153, 0],
  ['unga_votes_unvotes/un_roll_calls.csv', 'un-votes', 6203, 6203, 0, 0],
  ['unga_votes_unvotes/un_votes.csv.gz', 'un-votes', 870_109, 870_109, 0, 0],
  ['unsc_votes/council_membership.csv', 'unsc', 1135, 1135, 0, 0],
  ['unsc_votes/meetings_2000_2019.csv', 'unsc', 3332, 3324, 8, 0],
  ['unsc_votes/vetoes_1946_2022.csv', 'unsc', 1284, 239, 0, 1045],
]

describe.runIf(sharedIsHere)('the real files', () => {
  const into = mkdtempSync(join(tmpdir(), 'soundings-real-'))
  afterAll(() => rmSync(into, { recursive: true, force: true }))

  test.each(real)('%s', async (path, id, read, kept, refused, skipped) => {
    const dataset = datasets.find((one) => one.id === id)
    if (dataset === undefined) throw new Error(`no dataset ${id}`)
    const files = [{ path: shared(`data/${path}`), name: basename(path) }]
    const [imported] = await importFiles(dataset, { files, into })
    expect(imported?.report).toMatchObject({ read, kept, refused, skipped })
    expect(imported?.report.reasons.every(({ examples }) => examples.length > 0)).toBe(true)
  })
})
