import { noYear, yearColumn } from './columns.ts'
import type { DatasetDescription, Layout, TableDescription } from './dataset.ts'

const people = (name: string, about: string, unit: string) =>
  ({ name, about, type: 'number', unit, gather: 'sum' }) as const

const contributions: TableDescription = {
  name: 'contributions',
  unit: 'contributor × mission × year',
  who: ['state'],
  when: { year: 'year' },
  columns: [
    { name: 'state', about: 'contributor', type: 'state' },
    yearColumn,
    { name: 'mission', about: 'acronym of the mission', type: 'text' },
    people('women', 'women in uniform', 'persons, mean of the months'),
    people('men', 'men in uniform', 'persons, mean of the months'),
    people('total', 'all in uniform', 'persons, mean of the months'),
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
        {
          when: 'coalesce(amount("Female"), -1) < 0 or coalesce(amount("Male"), -1) < 0',
          because: 'Female or Male is no number of persons',
        },
      ],
      skips: [{ when: 'amount("Total") = 0', because: 'the row is padding: nobody was sent' }],
    },
  ],
}

/** Types of personnel as files write them → as they are kept. */
const typeOf = (column: string) => {
  const words = `regexp_replace(lower(trim(${column})), '[^a-z]+', ' ', 'g')`
  return `case when ${words} in ('troops', 'troop', 'contingent troops', 'contingent troop') then 'troops' when ${words} in ('staff officer', 'staff officers') then 'staff-officers' when ${words} in ('expert on mission', 'experts on mission', 'experts on missions', 'military experts on mission', 'un military experts on mission', 'military observer', 'military observers') then 'experts' when ${words} in ('formed police unit', 'formed police units', 'fpu') then 'formed-police' when ${words} in ('individual police', 'individual police officer', 'individual police officers', 'ipo') then 'individual-police' when ${words} in ('police', 'civilian police', 'un police') then 'police' end`
}

interface Named {
  readonly iso: string
  readonly mission: string
  readonly type: string
  readonly women: string
  readonly men: string
  readonly date: string
  readonly total?: string
}

/** A layout of monthly reports, by the names of its columns. */
function monthly(id: string, about: string, named: Named, country: string): Layout {
  const { iso, mission, type, women, men, date, total } = named
  const q = (name: string) => `"${name}"`
  const sum = `amount(${q(women)}) + amount(${q(men)})`
  return {
    id,
    about,
    columns: [iso, country, mission, type, women, men, ...(total === undefined ? [] : [total]), date],
    format: 'csv',
    year: `year(${dayOf(q(date))})`,
    states: [{ as: 'state', code: `upper(trim(${q(iso)}))`, scheme: 'iso3' }],
    select: {
      date: dayOf(q(date)),
      mission: `trim(${q(mission)})`,
      type: typeOf(q(type)),
      women: `amount(${q(women)})`,
      men: `amount(${q(men)})`,
      total: sum,
    },
    rejects: [
      { when: `${dayOf(q(date))} is null`, because: `${date} is no day (YYYY-MM-DD or D/M/YYYY)` },
      { when: `${q(mission)} is null`, because: `${mission} is empty` },
      {
        when: `${typeOf(q(type))} is null`,
        because: `${type} is none of troops, staff officers, experts on mission, police, individual police, formed police units`,
      },
      {
        when: `coalesce(amount(${q(women)}), -1) < 0 or coalesce(amount(${q(men)}), -1) < 0`,
        because: `${women} or ${men} is no number of persons`,
      },
      ...(total === undefined
        ? []
        : [
            {
              when: `${q(total)} is not null and coalesce(amount(${q(total)}), -1) <> ${sum}`,
              because: `${total} is not ${women} plus ${men}`,
            },
          ]),
    ],
    skips: [{ when: `${sum} = 0`, because: 'the row is padding: nobody was sent' }],
  }
}

/** Days are written as 2021-01-31, with or without a time, or as 31/01/2021. */
function dayOf(column: string): string {
  return `coalesce(day(left(trim(${column}), 10)), try_strptime(trim(${column}), '%d/%m/%Y')::date)`
}

const reports: TableDescription = {
  name: 'reports',
  unit: 'contributor × mission × type of personnel × month',
  who: ['state'],
  when: { date: 'date' },
  columns: [
    { name: 'state', about: 'contributor', type: 'state' },
    { name: 'date', about: 'last day of what is reported', type: 'date' },
    { name: 'mission', about: 'acronym of the mission', type: 'text' },
    {
      name: 'type',
      about: 'troops, staff-officers, experts (on mission), police, individual-police or formed-police',
      type: 'text',
    },
    people('women', 'women in uniform', 'persons'),
    people('men', 'men in uniform', 'persons'),
    people('total', 'all in uniform', 'persons'),
  ],
  key: ['state', 'date', 'mission', 'type'],
  coverage: { from: 1990, to: 2100, states: 'members of the United Nations', universe: 'un' },
  absence: { means: 'zero', because: 'the state sent nobody' },
  layouts: [
    monthly(
      'portal',
      'isocode3, contributing_country, mission_acronym, personnel_type, female_personnel, male_personnel, last_reporting_date',
      {
        iso: 'isocode3',
        mission: 'mission_acronym',
        type: 'personnel_type',
        women: 'female_personnel',
        men: 'male_personnel',
        date: 'last_reporting_date',
      },
      'contributing_country',
    ),
    monthly(
      'titled',
      'Isocode3, Contributing Country, Mission acronym, Personnel type, Female, Male, Total, Last Reporting Date',
      {
        iso: 'Isocode3',
        mission: 'Mission acronym',
        type: 'Personnel type',
        women: 'Female',
        men: 'Male',
        total: 'Total',
        date: 'Last Reporting Date',
      },
      'Contributing Country',
    ),
  ],
}

/** Who serves in which peacekeeping mission, and how many of them are women: by year, or by month and type of personnel. */
export const unPeacekeeping: DatasetDescription = {
  id: 'un-peacekeeping',
  title: 'United Nations peacekeeping: contributors by mission, women and men',
  producer: 'United Nations Department of Peace Operations',
  citation: 'United Nations Peacekeeping, Troop and Police Contributors, open data.',
  licence: 'United Nations open data',
  version: 'yearly means 2010–2021; monthly reports',
  url: 'https://peacekeeping.un.org/en/troop-and-police-contributors',
  quirks: [
    'Yearly values are means of the monthly figures of a year, each rounded: women and men need not add up to the total.',
    'The yearly file is padded with zeros for every contributor, mission and year: a zero is no contribution.',
    'The yearly means divide by twelve whether or not all months were there: 2010, 2012, 2017 and 2021 are far too low, other years may be low by a month.',
    'In the yearly file experts on mission, police and troops are together.',
    'A month without a row for a contributor is no contribution if others have a row for it; a month without any row was not reported.',
  ],
  tables: [contributions, reports],
}
