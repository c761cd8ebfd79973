import { noYear, yearColumn } from './columns.ts'
import type { ColumnDescription, DatasetDescription } from './dataset.ts'

const role = (name: string, about: string): ColumnDescription => ({
  name,
  about,
  type: 'boolean',
  gather: 'any',
  missing: 'not coded',
})
const roles: readonly (readonly [string, string, string])[] = [
  ['good_offices', 'good offices', 'true if the third party lent its good offices'],
  ['mediation', 'mediation', 'true if it mediated'],
  ['hosting', 'hosting talks', 'true if it hosted the talks'],
  ['drafting', 'negotiating and drafting', 'true if it negotiated and drafted'],
  ['manipulating', 'manipulating', 'true if it pressed or rewarded'],
  ['humanitarian', 'humanitarian', 'true if it brought humanitarian relief'],
  ['witness', 'witness/party to agreement', 'true if it witnessed or signed the agreement'],
  ['agreement', 'agreement', 'true if an agreement came of it'],
  ['peace_agreement', 'peace agreement', 'true if it was a peace agreement'],
  ['ceasefire', 'ceasfire agreement', 'true if it was a ceasefire'],
]

/** Attempts of third parties to mediate. */
export const mediation: DatasetDescription = {
  id: 'mediation',
  title: 'Mediation attempts in Sudan and South Sudan',
  producer: 'compilers of the mediation event data (Edinburgh, Political Settlements)',
  citation:
    'Mediation Event and Negotiators Database: Sudan and South Sudan, 1988–2022 (Peace and Conflict Resolution Evidence Platform).',
  licence: 'see the producer; with citation',
  version: 'Sudan and South Sudan',
  url: 'https://peacerep.org/',
  quirks: [
    'A third party may be a state, an organization or a person: only states have an id.',
    'Ceasefire is spelt without its second e in the header.',
    'Codes of places are of Gleditsch and Ward as abbreviations, and may name regions.',
  ],
  tables: [
    {
      name: 'attempts',
      unit: 'third party × attempt',
      who: ['third_party'],
      when: { year: 'year' },
      columns: [
        {
          name: 'third_party',
          about: 'state that acted as third party',
          type: 'state',
          missing: 'the third party is no state',
        },
        yearColumn,
        { name: 'attempt', about: 'number of the attempt', type: 'text' },
        { name: 'third_party_name', about: 'third party as written', type: 'text' },
        { name: 'conflict', about: 'where the conflict is', type: 'text' },
        ...roles.map(([name, , about]) => role(name, about)),
        { name: 'agreement_name', about: 'name of the agreement', type: 'text', missing: 'none' },
      ],
      key: [],
      coverage: { from: 1988, to: 2022, states: 'third parties in these conflicts', universe: 'listed' },
      absence: { means: 'zero', because: 'no attempt of the third party was found' },
      layouts: [
        {
          id: 'events',
          about: 'year, mediation ID, conflict locale, third-party, good offices, mediation …',
          columns: [
            'year',
            'mediation ID',
            'conflict locale',
            'third-party',
            ...roles.map(([, column]) => column),
          ],
          format: 'csv',
          year: 'whole(year)',
          states: [{ as: 'third_party', code: '"third-party"', scheme: 'name', optional: true }],
          select: {
            year: 'whole(year)',
            attempt: '"mediation ID"',
            third_party_name: '"third-party"',
            conflict: '"conflict locale"',
            agreement_name: '"agreement name"',
            ...Object.fromEntries(roles.map(([name, column]) => [name, `whole("${column}") = 1`])),
          },
          rejects: [noYear('year')],
        },
      ],
    },
  ],
}
