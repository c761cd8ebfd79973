import type { DatasetDescription } from './dataset.ts'

const votes = {
  absence: { means: 'missing', because: 'a state without a row was absent or not yet a member' },
} as const

/** Roll calls of the United Nations General Assembly. */
export const unVotes: DatasetDescription = {
  id: 'un-votes',
  title: 'Roll-call votes in the United Nations General Assembly',
  producer: 'Erik Voeten, Anton Strezhnev, Michael Bailey',
  citation:
    'Voeten, Erik, Anton Strezhnev and Michael Bailey (2009), United Nations General Assembly Voting Data, Harvard Dataverse, hdl:1902.1/12379; long form by Robinson and Goguen-Compagnoni (2021), unvotes.',
  licence: 'CC0 1.0',
  version: 'unvotes 0.3.0 (sessions 1–74); Dataverse to session 78',
  url: 'https://doi.org/10.7910/DVN/LEJUQZ',
  quirks: [
    'The long form drops absences: a state that was absent has no row, and neither has one that was no member.',
    'country_code is ISO alpha-2: NA is Namibia and not a missing value.',
    'country_code is empty for the Federal Republic of Germany, the Yemen Arab Republic and Zanzibar: they are known by name.',
    'Roll calls are numbered by rcid; numbers differ between releases.',
    'Most resolutions are adopted without a vote and are not in the data.',
  ],
  tables: [
    {
      name: 'votes',
      unit: 'state × roll call',
      who: ['state'],
      when: null,
      columns: [
        { name: 'rcid', about: 'number of the roll call', type: 'integer' },
        { name: 'state', about: 'who voted', type: 'state' },
        { name: 'vote', about: 'yes, abstain, no or absent', type: 'text' },
        { name: 'session', about: 'session of the Assembly, where the file says it', type: 'integer' },
      ],
      key: ['rcid', 'state'],
      coverage: { from: 1946, to: 2024, states: 'members of the United Nations', universe: 'un' },
      ...votes,
      layouts: [
        {
          id: 'long',
          about: 'a row for each vote cast: rcid, country, country_code, vote',
          columns: ['rcid', 'country', 'country_code', 'vote'],
          format: 'csv',
          year: null,
          states: [{ as: 'state', code: 'country', scheme: 'name' }],
          select: { rcid: 'whole(rcid)', vote: 'lower(vote)' },
          rejects: [
            { when: 'whole(rcid) is null', because: 'rcid is no whole number' },
            {
              when: "vote is null or lower(vote) not in ('yes', 'no', 'abstain')",
              because: 'the vote is not yes, no or abstain',
            },
          ],
        },
        {
          id: 'voeten',
          about: 'the producer’s file: rcid, ccode, session, vote in numbers',
          columns: ['rcid', 'ccode', 'session', 'vote'],
          format: 'csv',
          year: 'whole(session) + 1945',
          states: [{ as: 'state', code: 'ccode', scheme: 'cow' }],
          select: {
            rcid: 'whole(rcid)',
            vote: "case whole(vote) when 1 then 'yes' when 2 then 'abstain' when 3 then 'no' when 8 then 'absent' end",
            session: 'whole(session)',
          },
          rejects: [
            { when: 'whole(rcid) is null', because: 'rcid is no whole number' },
            {
              when: 'whole(vote) is null or whole(vote) not in (1, 2, 3, 8, 9)',
              because: 'the vote is not 1 (yes), 2 (abstain), 3 (no), 8 (absent) or 9 (no member)',
            },
          ],
          skips: [{ when: 'whole(vote) = 9', because: 'the state was not yet, or no longer, a member' }],
        },
      ],
    },
    {
      name: 'roll-calls',
      unit: 'roll call',
      who: [],
      when: { date: 'date' },
      columns: [
        { name: 'rcid', about: 'number of the roll call', type: 'integer' },
        { name: 'session', about: 'session of the Assembly', type: 'integer' },
        { name: 'date', about: 'day of the vote', type: 'date' },
        {
          name: 'important',
          about: 'true if the United States called the vote important',
          type: 'boolean',
          gather: 'any',
          missing: 'not coded for the last years',
        },
        { name: 'unres', about: 'number of the resolution', type: 'text' },
        { name: 'short', about: 'its title in short', type: 'text' },
        { name: 'descr', about: 'what it was about', type: 'text' },
      ],
      key: ['rcid'],
      coverage: { from: 1946, to: 2024, states: 'the Assembly', universe: 'any' },
      absence: { means: 'zero', because: 'no roll call was taken' },
      layouts: [
        {
          id: 'unvotes',
          about: 'a row for each roll call: rcid, session, date, title',
          columns: ['rcid', 'session', 'date', 'unres', 'short', 'descr'],
          format: 'csv',
          year: null,
          states: [],
          select: {
            rcid: 'whole(rcid)',
            session: 'whole(session)',
            date: 'day(date)',
            important: 'whole(importantvote) = 1',
            unres: 'unres',
            short: 'short',
            descr: 'descr',
          },
          rejects: [
            { when: 'whole(rcid) is null', because: 'rcid is no whole number' },
            { when: 'day(date) is null', because: 'the date is no day' },
          ],
        },
      ],
    },
  ],
}
