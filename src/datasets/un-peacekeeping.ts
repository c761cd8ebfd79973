import { noYear, yearColumn } from './columns.ts'
import type { DatasetDescription } from './dataset.ts'

const people = (name: string, about: string) =>
  ({ name, about, type: 'number', unit: 'persons, mean of the months', gather: 'sum' }) as const

/** Who serves in which peacekeeping mission, and how many of them are women. */
export const unPeacekeeping: DatasetDescription = {
  id: 'un-peacekeeping',
  title: 'United Nations peacekeeping: contributors by mission and year, women and men',
  producer: 'United Nations Department of Peace Operations',
  citation: 'United Nations Peacekeeping, Troop and Police Contributors, open data.',
  licence: 'United Nations open data',
  version: 'yearly means 2010–2021',
  url: 'https://peacekeeping.un.org/en/troop-and-police-contributors',
  quirks: [
    'Values are means of the monthly figures of a year.',
    'The file is padded with zeros for every contributor, mission and year: a zero is no contribution.',
    'Experts on mission, police and troops are together.',
  ],
  tables: [
    {
      name: 'contributions',
      unit: 'contributor × mission × year',
      who: ['state'],
      when: { year: 'year' },
      columns: [
        { name: 'state', about: 'contributor', type: 'state' },
        yearColumn,
        { name: 'mission', about: 'acronym of the mission', type: 'text' },
        people('women', 'women in uniform'),
        people('men', 'men in uniform'),
        people('total', 'all in uniform'),
      ],
      key: ['state', 'year', 'mission'],
      coverage: { from: 2010, to: 2021, states: 'members of the United Nations', universe: 'un' },
      absence: { means: 'zero', because: 'the state sent nobody' },
      layouts: [
        {
          id: 'year-gender',
          about: 'Year, Country, Mission, Female, Male, Total',
          columns: ['Year', 'Country', 'Mission', 'Female', 'Male', 'Total'],
          format: 'csv',
          year: 'whole("Year")',
          states: [{ as: 'state', code: '"Country"', scheme: 'name' }],
          select: {
            year: 'whole("Year")',
            mission: '"Mission"',
            women: 'amount("Female")',
            men: 'amount("Male")',
            total: 'amount("Total")',
          },
          rejects: [
            noYear('"Year"'),
            {
              when: 'amount("Total") is null or amount("Total") < 0',
              because: 'Total is no number of persons',
            },
          ],
          skips: [{ when: 'amount("Total") = 0', because: 'the row is padding: nobody was sent' }],
        },
      ],
    },
  ],
}
