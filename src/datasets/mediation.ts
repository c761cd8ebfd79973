import { noYear, word, yearColumn } from './columns.ts'
import type { ColumnDescription, DatasetDescription, Refusal, TableDescription } from './dataset.ts'
import { cases } from './mediation-own.ts'

const flag = (name: string, about: string): ColumnDescription => ({
  name,
  about,
  type: 'boolean',
  gather: 'any',
  missing: 'not coded',
})
const flags: readonly (readonly [name: string, column: string, about: string])[] = [
  ['good_offices', 'good offices', 'true if the third party lent its good offices'],
  ['mediation', 'mediation', 'true if it mediated'],
  ['hosting', 'hosting talks', 'true if it hosted the talks'],
  ['drafting', 'negotiating and drafting', 'true if it negotiated and drafted'],
  ['manipulating', 'manipulating', 'true if it pressed or rewarded'],
  ['humanitarian', 'humanitarian', 'true if it brought humanitarian relief'],
  ['witness', 'witness/party to agreement', 'true if it witnessed or signed the agreement'],
  ['other_role', 'other', 'true if it did something else, told in the notes'],
  ['agreement', 'agreement', 'true if an agreement came of it'],
  ['peace_agreement', 'peace agreement', 'true if it was a peace agreement'],
  ['ceasefire', 'ceasfire agreement', 'true if it was a ceasefire'],
]

const neither = (column: string): Refusal => ({
  when: `"${column}" is not null and coalesce(whole("${column}"), -1) not in (0, 1)`,
  because: `${column} is neither 0 nor 1 nor empty`,
})

/** Letters of the key of the file. */
const typed = (column: string) =>
  `case upper(trim("${column}")) when 'S' then 'state' when 'R' then 'regional' when 'G' then 'global' when 'N' then 'non-state' end`

const noLetter = (column: string, empty: 'or empty' | ''): Refusal => ({
  when: `${empty === '' ? `"${column}" is null or ` : ''}("${column}" is not null and ${typed(column)} is null)`,
  because: `${column} is not S, R, G or N${empty === '' ? '' : ', nor empty'}`,
})

/** Notes of a row with their sources, one a line: `[source] words`. */
const notes = `nullif(concat_ws(chr(10), ${[
  ['notes_1', 'source_1'],
  ...[2, 3, 4, 5].map((at) => [`note_${at}`, `source_${at}`]),
]
  .map(
    ([note, source]) =>
      `case when coalesce("${note}", "${source}") is not null then '[' || coalesce(trim("${source}"), '') || '] ' || replace(coalesce(trim("${note}"), ''), chr(10), ' ') end`,
  )
  .join(', ')}), '')`
const noteColumns = ['notes_1', 'source_1', ...[2, 3, 4, 5].flatMap((at) => [`note_${at}`, `source_${at}`])]

const attempts: TableDescription = {
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
    word('attempt', 'number of the attempt; one row for each third party in it'),
    word(
      'process',
      'number of the negotiation to which the attempt belongs',
      'the file does not number them',
    ),
    word('third_party_name', 'third party as written'),
    word('conflict', 'where the conflict is'),
    word('place_in_conflict', 'part of the country that it is about', 'the whole country'),
    word('talks_in', 'where the talks were held', 'not told'),
    word('initiative', 'whose initiative: state, regional, global or non-state', 'not told'),
    word('lead', 'first leading actor', 'not told'),
    word('leads', 'all leading actors, separated by semicolons', 'not told'),
    ...flags.map(([name, , about]) => flag(name, about)),
    word('agreement_name', 'name of the agreement', 'none'),
    word('notes', 'notes of the compilers, one a line, each with its source in brackets', 'none'),
  ],
  key: [],
  coverage: { from: 1988, to: 2023, states: 'third parties in these conflicts', universe: 'listed' },
  absence: { means: 'zero', because: 'no attempt of the third party was found' },
  layouts: [
    {
      id: 'events',
      about: 'year, mediation ID, conflict locale, third-party, good offices, mediation …',
      columns: [
        'year',
        'mediation ID',
        'negotiation ID',
        'conflict locale',
        'conflict sub-locale',
        'third-party',
        'location of neogitations',
        'negotiation type',
        'leading actor',
        'leading actor 2',
        'leading actor 3',
        ...flags.map(([, column]) => column),
        'agreement name',
        ...noteColumns,
      ],
      format: 'csv',
      year: 'whole(year)',
      states: [{ as: 'third_party', code: 'trim("third-party")', scheme: 'name', optional: true }],
      select: {
        year: 'whole(year)',
        attempt: 'trim("mediation ID")',
        process: 'nullif(trim("negotiation ID"), \'\')',
        third_party_name: 'trim("third-party")',
        conflict: 'trim("conflict locale")',
        place_in_conflict: 'trim("conflict sub-locale")',
        talks_in: 'trim("location of neogitations")',
        initiative: typed('negotiation type'),
        lead: 'trim("leading actor")',
        leads:
          'nullif(concat_ws(\';\', trim("leading actor"), trim("leading actor 2"), trim("leading actor 3")), \'\')',
        agreement_name: 'trim("agreement name")',
        notes,
        ...Object.fromEntries(flags.map(([name, column]) => [name, `whole("${column}") = 1`])),
      },
      rejects: [
        noYear('year'),
        { when: '"mediation ID" is null', because: 'mediation ID is empty' },
        { when: '"third-party" is null', because: 'third-party is empty' },
        noLetter('negotiation type', 'or empty'),
        ...flags.map(([, column]) => neither(column)),
      ],
    },
  ],
}

const actors: TableDescription = {
  name: 'actors',
  unit: 'third party',
  who: [],
  when: null,
  columns: [
    word('name', 'third party as written in the attempts'),
    word('type', 'state, regional organization, global organization or non-state'),
    word('standing', 'regional: of the region of the conflict; global: from outside it', 'not told'),
  ],
  key: ['name'],
  coverage: { from: 1988, to: 2023, states: 'third parties in these conflicts', universe: 'listed' },
  absence: { means: 'missing', because: 'the third party is not in the list of actors' },
  layouts: [
    {
      id: 'actors',
      about: 'third-party, Actor Type, Relative Actor Type',
      columns: ['third-party', 'Actor Type', 'Relative Actor Type'],
      format: 'csv',
      year: null,
      states: [],
      select: {
        name: 'trim("third-party")',
        type: typed('Actor Type'),
        standing: typed('Relative Actor Type'),
      },
      rejects: [],
      telltale: {
        holds: `${typed('Actor Type')} is not null`,
        otherwise:
          'Actor Type is not S, R, G or N (mediation_actor_type.csv lists other third parties there; mediation_actors.csv is the list of actors)',
      },
    },
  ],
}

/** Attempts of third parties to mediate: a public record of one region, and records of one's own. */
export const mediation: DatasetDescription = {
  id: 'mediation',
  title: 'Mediation attempts: Sudan and South Sudan, or a record of one’s own',
  producer: 'compilers of the mediation event data (Edinburgh, Political Settlements)',
  citation:
    'Mediation Event and Negotiators Database: Sudan and South Sudan, 1988–2023 (Peace and Conflict Resolution Evidence Platform).',
  licence: 'see the producer; with citation',
  version: 'Sudan and South Sudan',
  url: 'https://peacerep.org/',
  quirks: [
    'A third party may be a state, an organization or a person: only states have an id.',
    'Ceasefire is spelt without its second e in the header.',
    'An attempt has a row for each third party in it; the outcome is that of the attempt, and a few rows of one attempt differ.',
    'The number of the negotiation is empty in the whole file: which attempts belong to one process is not told.',
    'Witness to an agreement is coded only where there is one: its rate of agreement is 1 by definition.',
    'Codes of places are of Gleditsch and Ward as abbreviations, and may name regions.',
  ],
  tables: [attempts, actors, cases],
}
