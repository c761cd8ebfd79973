import { noYear, yearColumn } from './columns.ts'
import type { DatasetDescription } from './dataset.ts'

const veto = (state: string, column: string) => `case when whole("${column}") = 1 then '${state}' end`

/** The Security Council: meetings, vetoes, members. */
export const unsc: DatasetDescription = {
  id: 'unsc',
  title: 'United Nations Security Council: meetings, vetoes and membership',
  producer: 'compiled from public records of the United Nations',
  citation:
    'United Nations Security Council, Meetings and Vetoes (public records), as compiled by the World Politics Data Lab and others.',
  licence: 'MIT for the compilations; public records',
  version: 'meetings 2000–2019; vetoes 1946–2022; membership 1946–2026',
  url: 'https://www.un.org/securitycouncil/content/meetings-records',
  quirks: [
    'The list of meetings has gaps: of 113 resolutions of 2008 and 2009 it holds 77.',
    'Meetings give totals of votes, not who cast them.',
    'The Republic of China held the seat of China until 1971, the Soviet Union that of Russia until 1991.',
    'Several members may veto one draft: a row of vetoes is a draft and a member.',
  ],
  tables: [
    {
      name: 'meetings',
      unit: 'meeting and outcome',
      who: [],
      when: { date: 'date' },
      columns: [
        { name: 'date', about: 'day', type: 'date' },
        { name: 'topic', about: 'item of the agenda', type: 'text' },
        { name: 'resolution', about: 'symbol of the resolution', type: 'text', missing: 'none was adopted' },
        {
          name: 'yes',
          about: 'votes in favour',
          type: 'integer',
          unit: 'count',
          gather: 'sum',
          missing: 'no vote was taken',
        },
        {
          name: 'no',
          about: 'votes against',
          type: 'integer',
          unit: 'count',
          gather: 'sum',
          missing: 'no vote was taken',
        },
        {
          name: 'abstain',
          about: 'abstentions',
          type: 'integer',
          unit: 'count',
          gather: 'sum',
          missing: 'no vote was taken',
        },
      ],
      key: [],
      coverage: { from: 2000, to: 2019, states: 'the Council', universe: 'any' },
      absence: { means: 'missing', because: 'the list of meetings has gaps' },
      layouts: [
        {
          id: 'meetings',
          about: 'year, date, topics, resolution, yes, no, abstain, date_iso',
          columns: ['topics', 'resolution', 'yes', 'no', 'abstain', 'outcome_raw', 'date_iso'],
          format: 'csv',
          year: null,
          states: [],
          select: {
            date: 'day(date_iso)',
            topic: 'topics',
            resolution: 'resolution',
            yes: 'whole(yes)',
            no: 'whole(no)',
            abstain: 'whole(abstain)',
          },
          rejects: [{ when: 'day(date_iso) is null', because: 'date_iso is no day' }],
        },
      ],
    },
    {
      name: 'vetoes',
      unit: 'veto: a draft and a member that stopped it',
      who: ['state'],
      when: { date: 'date' },
      columns: [
        { name: 'state', about: 'permanent member that cast the veto', type: 'state' },
        { name: 'date', about: 'day', type: 'date' },
        { name: 'draft', about: 'symbol of the draft', type: 'text' },
        { name: 'topic', about: 'crisis or item', type: 'text' },
      ],
      key: [],
      coverage: { from: 1946, to: 2022, states: 'permanent members', universe: 'listed' },
      absence: { means: 'zero', because: 'the member cast no veto' },
      layouts: [
        {
          id: 'vetoes',
          about: 'a row for each draft, a column for each permanent member',
          columns: [
            'year',
            'date',
            'draft',
            'crisis_topic',
            'China',
            'France',
            'Russia',
            'USSR',
            'USA',
            'UK',
          ],
          format: 'csv',
          year: null,
          reshape: `select date, draft, crisis_topic, unnest([${veto('CHN', 'China')}, ${veto('FRA', 'France')}, ${veto('RUS', 'Russia')}, ${veto('RUS', 'USSR')}, ${veto('USA', 'USA')}, ${veto('GBR', 'UK')}]) as member from raw`,
          states: [{ as: 'state', code: 'member', scheme: 'iso3' }],
          select: { date: "try_strptime(date, '%m/%d/%Y')::date", draft: 'draft', topic: 'crisis_topic' },
          rejects: [
            {
              when: "member is not null and try_strptime(date, '%m/%d/%Y') is null",
              because: 'the date is no day (MM/DD/YYYY)',
            },
          ],
          skips: [{ when: 'member is null', because: 'this member did not veto this draft' }],
        },
      ],
    },
    {
      name: 'membership',
      unit: 'state × year',
      who: ['state'],
      when: { year: 'year' },
      columns: [
        { name: 'state', about: 'member of the Council', type: 'state' },
        yearColumn,
        { name: 'permanent', about: 'true for a permanent member', type: 'boolean', gather: 'any' },
        {
          name: 'group',
          about: 'regional group',
          type: 'text',
          missing: 'permanent members are listed without',
        },
      ],
      key: ['state', 'year'],
      coverage: { from: 1946, to: 2026, states: 'members of the United Nations', universe: 'un' },
      absence: { means: 'zero', because: 'the state did not sit in the Council' },
      layouts: [
        {
          id: 'membership',
          about: 'year, name, iso3, permanent, regional_group',
          columns: ['year', 'name', 'iso3', 'permanent', 'regional_group'],
          format: 'csv',
          year: 'whole(year)',
          states: [{ as: 'state', code: 'coalesce(iso3, name)', scheme: 'iso3' }],
          select: { year: 'whole(year)', permanent: "lower(permanent) = 'true'", group: 'regional_group' },
          rejects: [noYear('year')],
        },
      ],
    },
  ],
}
