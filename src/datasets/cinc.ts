import { missingBelowZero, noYear, yearColumn } from './columns.ts'
import type { ColumnDescription, DatasetDescription } from './dataset.ts'

const measured = (name: string, about: string, unit: string): ColumnDescription => ({
  name,
  about,
  type: 'number',
  unit,
  gather: 'mean',
  missing: 'not known (−9)',
})

/** Material capabilities of states. */
export const cinc: DatasetDescription = {
  id: 'cinc',
  title: 'Correlates of War: national material capabilities',
  producer: 'J. David Singer and others',
  citation:
    'Singer, J. David, Stuart Bremer and John Stuckey (1972), Capability Distribution, Uncertainty, and Major Power War, 1820–1965, in Russett (ed.), Peace, War, and Numbers; National Material Capabilities v6/v7.',
  licence: 'free for research, with citation',
  version: '6.0 and 7.0 (1816–2022)',
  url: 'https://correlatesofwar.org/data-sets/national-material-capabilities/',
  quirks: [
    'cinc is a share of the whole state system: shares of a year add up to one, and fall as states are added.',
    '−9 is missing.',
    'milex is in thousands of current US dollars, before 1914 of British pounds.',
  ],
  tables: [
    {
      name: 'capabilities',
      unit: 'state × year',
      who: ['state'],
      when: { year: 'year' },
      columns: [
        { name: 'state', about: 'state', type: 'state' },
        yearColumn,
        measured('milex', 'military expenditure', 'thousand current USD; before 1914 GBP'),
        measured('milper', 'military personnel', 'thousand persons'),
        measured('irst', 'iron and steel production', 'thousand tons'),
        measured('pec', 'primary energy consumption', 'thousand tons of coal equivalent'),
        measured('tpop', 'population', 'thousand persons'),
        measured('upop', 'urban population', 'thousand persons'),
        measured('cinc', 'composite index of national capability', 'share of the system, 0 to 1'),
      ],
      key: ['state', 'year'],
      coverage: {
        from: 1816,
        to: 2022,
        states: 'members of the Correlates of War state system',
        universe: 'cow',
      },
      absence: { means: 'missing', because: 'the state was no member of the system, or is not in the file' },
      layouts: [
        {
          id: 'nmc',
          about: 'state-years: ccode, year, milex, milper, irst, pec, tpop, upop, cinc',
          columns: ['ccode', 'year', 'milex', 'milper', 'irst', 'pec', 'tpop', 'upop', 'cinc'],
          format: 'csv',
          year: 'whole(year)',
          states: [{ as: 'state', code: 'ccode', scheme: 'cow' }],
          select: {
            year: 'whole(year)',
            ...Object.fromEntries(
              ['milex', 'milper', 'irst', 'pec', 'tpop', 'upop', 'cinc'].map((name) => [
                name,
                missingBelowZero(name),
              ]),
            ),
          },
          rejects: [noYear('year')],
        },
      ],
    },
  ],
}
