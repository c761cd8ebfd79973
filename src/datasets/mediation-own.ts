import { recordedRoles } from '#domain/third-party-role'
import { noYear, word, yearColumn } from './columns.ts'
import type { ColumnDescription, Refusal, TableDescription } from './dataset.ts'

/** What may come of an attempt. */
const outcomeWords = ['none', 'ceasefire', 'partial', 'full']
const typeWords = ['state', 'regional', 'global', 'non-state']
const oneOf = (column: string, words: readonly string[], needed: boolean): Refusal => ({
  when: `${needed ? `${column} is null or ` : ''}(${column} is not null and trim(${column}) not in (${words.map((one) => `'${one}'`).join(', ')}))`,
  because: `${column} is none of ${words.join(', ')}${needed ? '' : ', nor empty'}`,
})
const noNumber = (column: string): Refusal => ({
  when: `${column} is not null and coalesce(amount(${column}), -1) < 0`,
  because: `${column} is no number from 0`,
})

const own: readonly ColumnDescription[] = [
  word('case', 'name of the attempt'),
  word('process', 'what the attempt is a part of: attempts of one process hang together', 'one of its own'),
  word('dispute', 'name of the dispute', 'not told'),
  word('nature', 'between states, within one, or within one with others drawn in', 'not coded'),
  word('issue', 'what it is mainly about', 'not coded'),
  word('region', 'region of the dispute', 'not coded'),
  {
    name: 'intensity',
    about: 'deaths up to the attempt',
    type: 'number',
    unit: 'persons',
    missing: 'not coded',
  },
  {
    name: 'duration',
    about: 'length of the dispute up to the attempt',
    type: 'number',
    unit: 'months',
    missing: 'not coded',
  },
  {
    name: 'attempts_before',
    about: 'attempts of anybody before this one',
    type: 'number',
    unit: 'attempts',
    missing: 'not coded',
  },
  {
    name: 'power_ratio',
    about: 'capability of the stronger party over that of the weaker',
    type: 'number',
    unit: 'ratio',
    missing: 'not coded',
  },
]

/** Attempts to mediate as one records them oneself. */
export const cases: TableDescription = {
  name: 'cases',
  unit: 'attempt (a record of one’s own)',
  who: ['mediator'],
  when: { year: 'year' },
  columns: [
    { name: 'mediator', about: 'state that mediated', type: 'state', missing: 'the mediator is no state' },
    yearColumn,
    ...own,
    word('mediator_name', 'mediator as written'),
    word('mediator_type', `${typeWords.join(', ')}`, 'not coded'),
    word('role', `rung of the ladder, or mediation whose strategy is not told: ${recordedRoles.join(', ')}`),
    word('outcome', outcomeWords.join(', ')),
    word('source', 'where it is told', 'not told'),
    word('notes', 'anything else', 'none'),
  ],
  key: ['case'],
  coverage: { from: 1900, to: 2100, states: 'mediators whom the record lists', universe: 'listed' },
  absence: { means: 'missing', because: 'the record lists what somebody chose to list' },
  layouts: [
    {
      id: 'own',
      about: 'case, process, year, dispute, nature, issue …, mediator, mediator_type, role, outcome',
      columns: [
        'case',
        'year',
        ...own.slice(1).map(({ name }) => name),
        'mediator',
        'mediator_type',
        'role',
        'outcome',
        'source',
        'notes',
      ],
      format: 'csv',
      year: 'whole(year)',
      states: [{ as: 'mediator', code: 'trim(mediator)', scheme: 'name', optional: true }],
      select: {
        year: 'whole(year)',
        mediator_name: 'trim(mediator)',
        ...Object.fromEntries(
          own.map(({ name, type }) => [name, type === 'number' ? `amount(${name})` : `trim("${name}")`]),
        ),
        ...Object.fromEntries(
          ['mediator_type', 'role', 'outcome', 'source', 'notes'].map((name) => [name, `trim(${name})`]),
        ),
      },
      rejects: [
        noYear('year'),
        { when: '"case" is null', because: 'case has no name' },
        { when: 'mediator is null', because: 'mediator is empty' },
        oneOf('role', recordedRoles, true),
        oneOf('outcome', outcomeWords, true),
        oneOf('mediator_type', typeWords, false),
        oneOf('nature', ['interstate', 'internal', 'internationalized'], false),
        ...own.filter(({ type }) => type === 'number').map(({ name }) => noNumber(name)),
      ],
    },
  ],
}
