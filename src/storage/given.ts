import { type Kysely, sql } from 'kysely'
import type { Forecast } from '#domain/forecast'
import type { Settlement } from '#domain/settlement'
import type { Tables } from './tables.ts'

/** How many forecasts were given on a question, and by how many; and the median probability where it may be seen. */
export interface GivenOn {
  readonly question: string
  readonly forecasts: number
  readonly forecasters: number
  /** median of the latest probabilities of each forecaster of a binary question, if one may see them */
  readonly median: number | undefined
}

/** The time in this workspace: that of the database server, in UTC and ISO 8601, unless the configuration makes it stand still. */
export async function momentOf(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ at: Date }>`select moment() as at`.execute(db)
  if (rows[0] === undefined) throw new RangeError('momentOf: db must answer one row')
  return rows[0].at.toISOString()
}

/** What was given on some questions: counts that are the same for all, and medians only where one may see the forecasts. */
export async function givenOn(
  db: Kysely<Tables>,
  questions: readonly string[],
): Promise<ReadonlyMap<string, GivenOn>> {
  const subjects = questions.map((id) => `question/${id}`)
  const { rows } = await sql<{ subject: string; given: string; authors: string; median: number | null }>`
    select g.subject, g.given, g.authors, c.median
    from given_counts(${subjects}) g left join community(${subjects}) c on c.subject = g.subject`.execute(db)
  return new Map(
    rows.map(({ subject, given, authors, median }) => {
      const question = subject.slice('question/'.length)
      return [
        question,
        { question, forecasts: Number(given), forecasters: Number(authors), median: median ?? undefined },
      ]
    }),
  )
}

/** The questions of which one may see what was forecast: one's own is in, or they are closed or resolved. */
export async function seenQuestions(db: Kysely<Tables>): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct substr(s, 10) as id from seen_subjects() s where s like 'question/%'`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** The questions on which a settlement rests whose forecasts are still blind to the one who asks. */
export async function blindToSettle(db: Kysely<Tables>, settlement: Settlement): Promise<readonly string[]> {
  const { rows } = await sql<{ question: string }>`
    select question from blind_to_settle(${settlement.id}, ${JSON.stringify(settlement)}::jsonb) b(question)
    order by question`.execute(db)
  return rows.map(({ question }) => question)
}

/** The questions on which an agency gave a forecast that one may see. */
export async function questionsOfAgency(db: Kysely<Tables>, agency: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select substr(s, 10) as id from agency_subjects(${agency}) s where s like 'question/%'`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** The forecasts on a question that one may see, oldest first. */
export async function forecastsOn(db: Kysely<Tables>, question: string): Promise<readonly Forecast[]> {
  const { rows } = await sql<{ body: Forecast }>`
    select r.body from reference p join record r on r.kind = 'forecast' and r.id = p.from_id and r.current
    where p.to_kind = 'question' and p.to_id = ${question} and p.from_kind = 'forecast' and p.field = 'question'
      and r.body is not null order by r.id`.execute(db)
  const forecasts = rows.map(({ body }) => body) // accepted by their schema when they were written
  return forecasts.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** The questions on which the one who asks has forecast, each with the id of his latest forecast. */
export async function ownLatest(db: Kysely<Tables>): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ question: string; id: string }>`select question, id from own_latest()`.execute(
    db,
  )
  return new Map(rows.map(({ question, id }) => [question, id]))
}

/** Some forecasts that one may see, by their ids. */
export async function forecastsBy(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Forecast>> {
  const { rows } = await sql<{ id: string; body: Forecast }>`
    select id, body from record
    where kind = 'forecast' and id = any(${[...ids]}) and current and body is not null`.execute(db)
  return new Map(rows.map(({ id, body }) => [id, body])) // accepted by their schema when they were written
}

/** Whether an analysis is there and rests on what is still blind to the one who asks. */
export async function isBlind(db: Kysely<Tables>, analysis: string): Promise<boolean> {
  const { rows } = await sql<{ blind: boolean }>`
    select exists (select from blind_analyses() a where a = ${analysis}) as blind`.execute(db)
  return rows[0]?.blind === true
}

/** Which of some illustrative records are there and blind to the one who asks. Of what is not made up it tells nothing. */
export async function blindExamples(
  db: Kysely<Tables>,
  kind: 'forecast' | 'compliance' | 'argument',
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{
    id: string
  }>`select id from blind_examples(${kind}, ${[...ids]}) as e(id)`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
