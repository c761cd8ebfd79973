import { missingBelowZero, noYear, yearColumn } from './columns.ts'
import type { DatasetDescription, Layout } from './dataset.ts'

const dyadic: Pick<Layout, 'format' | 'year' | 'rejects'> = {
  format: 'csv',
  year: 'whole(year)',
  rejects: [noYear('year')],
}

/** Imports of every state from every other. */
export const cowTrade: DatasetDescription = {
  id: 'cow-trade',
  title: 'Correlates of War: trade between states and in all',
  producer: 'Katherine Barbieri and Omar Keshk',
  citation:
    'Barbieri, Katherine and Omar M. G. Keshk (2016), Correlates of War Project Trade Data Set Codebook, version 4.0; Barbieri, Keshk and Pollins (2009), Conflict Management and Peace Science 26(5).',
  licence: 'free for research, with citation',
  version: '4.0 (1870–2014)',
  url: 'https://correlatesofwar.org/data-sets/bilateral-trade/',
  quirks: [
    'What one state reports as imports is not what the other reports as exports: the flow is that of the importer.',
    '−9 in the producer’s file is missing, not zero; a zero is a reported zero.',
    'Values are current US dollars, in millions: they grow with prices.',
    'smoothflow fills gaps by interpolation; flow does not.',
    'Taiwan, the two Germanies and the two Yemens follow the Correlates of War.',
    'Coverage is thin before 1920 and for very small states.',
  ],
  tables: [
    {
      name: 'flows',
      unit: 'importer × exporter × year',
      who: ['importer', 'exporter'],
      directed: true,
      when: { year: 'year' },
      columns: [
        { name: 'importer', about: 'state that imported', type: 'state' },
        { name: 'exporter', about: 'state from which it imported', type: 'state' },
        yearColumn,
        {
          name: 'imports',
          about: 'imports of the one from the other',
          type: 'number',
          unit: 'million current USD',
          gather: 'sum',
          missing: 'not reported',
        },
        {
          name: 'imports_smooth',
          about: 'the same, gaps interpolated by the producer',
          type: 'number',
          unit: 'million current USD',
          gather: 'sum',
          missing: 'not reported, and not between two years that are',
        },
      ],
      key: ['importer', 'exporter', 'year'],
      coverage: {
        from: 1870,
        to: 2014,
        states: 'members of the Correlates of War state system',
        universe: 'cow',
      },
      absence: { means: 'missing', because: 'no row for a dyad says nothing about its trade' },
      layouts: [
        {
          ...dyadic,
          id: 'directed',
          about: 'directed dyad-years: ccode1, ccode2, year, flow1, flow2',
          columns: ['ccode1', 'ccode2', 'year', 'flow1', 'smoothflow1'],
          without: ['importer1'],
          states: [
            { as: 'importer', code: 'ccode1', scheme: 'cow' },
            { as: 'exporter', code: 'ccode2', scheme: 'cow' },
          ],
          select: {
            year: 'whole(year)',
            imports: missingBelowZero('flow1'),
            imports_smooth: missingBelowZero('smoothflow1'),
          },
        },
        {
          ...dyadic,
          id: 'producer',
          about: 'the producer’s Dyadic_COW: each dyad once, importer1 and importer2 with flow1 and flow2',
          columns: [
            'ccode1',
            'ccode2',
            'year',
            'importer1',
            'importer2',
            'flow1',
            'flow2',
            'smoothflow1',
            'smoothflow2',
          ],
          reshape:
            'select ccode1 as one, ccode2 as other, year, flow1 as flow, smoothflow1 as smooth from raw union all select ccode2, ccode1, year, flow2, smoothflow2 from raw',
          states: [
            { as: 'importer', code: 'one', scheme: 'cow' },
            { as: 'exporter', code: 'other', scheme: 'cow' },
          ],
          select: {
            year: 'whole(year)',
            imports: missingBelowZero('flow'),
            imports_smooth: missingBelowZero('smooth'),
          },
        },
      ],
    },
    {
      name: 'totals',
      unit: 'state × year',
      who: ['state'],
      when: { year: 'year' },
      columns: [
        { name: 'state', about: 'state that traded', type: 'state' },
        yearColumn,
        {
          name: 'imports',
          about: 'imports from the whole world',
          type: 'number',
          unit: 'million current USD',
          gather: 'sum',
          missing: 'not reported',
        },
        {
          name: 'exports',
          about: 'exports to the whole world',
          type: 'number',
          unit: 'million current USD',
          gather: 'sum',
          missing: 'not reported',
        },
      ],
      key: ['state', 'year'],
      coverage: {
        from: 1870,
        to: 2014,
        states: 'members of the Correlates of War state system',
        universe: 'cow',
      },
      absence: { means: 'missing', because: 'no row for a state-year says nothing about its trade' },
      layouts: [
        {
          ...dyadic,
          id: 'national',
          about: 'state-years: ccode, year, imports, exports',
          columns: ['ccode', 'year', 'imports', 'exports'],
          states: [{ as: 'state', code: 'ccode', scheme: 'cow' }],
          select: {
            year: 'whole(year)',
            imports: missingBelowZero('imports'),
            exports: missingBelowZero('exports'),
          },
        },
      ],
    },
  ],
}
