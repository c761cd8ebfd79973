import { noYear, yearColumn } from './columns.ts'
import type { DatasetDescription, Layout } from './dataset.ts'

const wide: Pick<Layout, 'format' | 'year' | 'states' | 'rejects' | 'skips' | 'select'> = {
  format: 'csv',
  year: 'whole(year)',
  states: [{ as: 'state', code: 'ccode', scheme: 'cow' }],
  select: {
    year: 'whole(year)',
    organization: 'upper(organization)',
    membership:
      "case whole(code) when 0 then 'none' when 1 then 'full' when 2 then 'associate' when 3 then 'observer' end",
    member: 'case when whole(code) >= 0 then whole(code) = 1 end',
  },
  rejects: [
    noYear('year'),
    {
      when: 'whole(code) is null or whole(code) not in (-9, -1, 0, 1, 2, 3)',
      because: 'the membership is no code of the codebook',
    },
  ],
  skips: [{ when: 'whole(code) = -1', because: 'the organization did not exist in that year' }],
}

/** Which state sat in which intergovernmental organization. */
export const cowIgo: DatasetDescription = {
  id: 'cow-igo',
  title: 'Correlates of War: membership in intergovernmental organizations',
  producer: 'Jon Pevehouse, Timothy Nordstrom, Roseanne McManus, Anne Spencer Jamison',
  citation:
    'Pevehouse, Jon, Timothy Nordstrom, Roseanne McManus and Anne Spencer Jamison (2020), Tracking Organizations in the World: The Correlates of War IGO Version 3.0 datasets, Journal of Peace Research 57(3).',
  licence: 'free for research, with citation',
  version: '3.0 (1816–2014)',
  url: 'https://correlatesofwar.org/data-sets/igos/',
  quirks: [
    '−9 is missing and −1 says that the organization did not exist: neither may be summed.',
    'Full members, associates and observers are different things; shared membership counts full members.',
    'Before 1965 the data come in steps of five years and are filled between.',
    'The file is wide, a column for each of some 530 organizations; it is read into one row for each membership.',
  ],
  tables: [
    {
      name: 'memberships',
      unit: 'state × organization × year',
      who: ['state'],
      when: { year: 'year' },
      columns: [
        { name: 'state', about: 'state', type: 'state' },
        yearColumn,
        { name: 'organization', about: 'acronym of the organization', type: 'text' },
        {
          name: 'membership',
          about: 'none, full, associate or observer',
          type: 'text',
          missing: 'not known (−9)',
        },
        {
          name: 'member',
          about: 'true if a full member',
          type: 'boolean',
          gather: 'any',
          missing: 'not known (−9)',
        },
      ],
      key: ['state', 'year', 'organization'],
      coverage: {
        from: 1816,
        to: 2014,
        states: 'members of the Correlates of War state system',
        universe: 'cow',
      },
      absence: {
        means: 'missing',
        because: 'the organization did not exist, or nothing is known of the state',
      },
      layouts: [
        {
          ...wide,
          id: 'state-year',
          about: 'the producer’s state_year_formatv3: a column for each organization',
          columns: ['ccode', 'year', 'state', 'un', 'asean'],
          reshape:
            'unpivot (select * exclude (state) from raw) on columns(* exclude (ccode, year)) into name organization value code',
        },
      ],
    },
    {
      name: 'counts',
      unit: 'state × year',
      who: ['state'],
      when: { year: 'year' },
      columns: [
        { name: 'state', about: 'state', type: 'state' },
        yearColumn,
        {
          name: 'full',
          about: 'organizations of which it is a full member',
          type: 'integer',
          unit: 'count',
          gather: 'sum',
        },
        {
          name: 'associate',
          about: 'organizations of which it is an associate',
          type: 'integer',
          unit: 'count',
          gather: 'sum',
        },
        {
          name: 'observer',
          about: 'organizations in which it observes',
          type: 'integer',
          unit: 'count',
          gather: 'sum',
        },
      ],
      key: ['state', 'year'],
      coverage: {
        from: 1816,
        to: 2014,
        states: 'members of the Correlates of War state system',
        universe: 'cow',
      },
      absence: { means: 'missing', because: 'nothing is known of the state in that year' },
      layouts: [
        {
          id: 'sums',
          about: 'state-years with counts: sum_igo_full, sum_igo_associate, sum_igo_observer',
          columns: ['ccode', 'year', 'sum_igo_full', 'sum_igo_associate', 'sum_igo_observer'],
          format: 'csv',
          year: 'whole(year)',
          states: [{ as: 'state', code: 'ccode', scheme: 'cow' }],
          select: {
            year: 'whole(year)',
            full: 'whole(sum_igo_full)',
            associate: 'whole(sum_igo_associate)',
            observer: 'whole(sum_igo_observer)',
          },
          rejects: [noYear('year')],
        },
      ],
    },
    {
      name: 'informal',
      unit: 'state × informal organization × year',
      who: ['state'],
      when: { year: 'year' },
      columns: [
        { name: 'state', about: 'member', type: 'state' },
        yearColumn,
        { name: 'organization', about: 'acronym of the organization', type: 'text' },
      ],
      key: ['state', 'year', 'organization'],
      coverage: { from: 1925, to: 2010, states: 'members of informal organizations', universe: 'listed' },
      absence: {
        means: 'zero',
        because: 'the state was no member of an informal organization that was coded',
      },
      layouts: [
        {
          id: 'migo',
          about: 'members of informal organizations by year: igoID, cowID, Year, membership',
          columns: ['igoID', 'cowID', 'membership', 'Year'],
          format: 'csv',
          year: 'whole("Year")',
          states: [{ as: 'state', code: 'whole("cowID")::varchar', scheme: 'cow' }],
          select: { year: 'whole("Year")', organization: '"igoID"' },
          rejects: [noYear('"Year"')],
          skips: [{ when: 'whole(membership) = 0', because: 'the state was not a member in that year' }],
        },
      ],
    },
  ],
}
