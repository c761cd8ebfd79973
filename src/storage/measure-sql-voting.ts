import { answer, type MeasureSql } from './measure-answer.ts'

const together = (why: string): MeasureSql => ({
  tables: ['un-votes/roll-calls'],
  system: 'un',
  sql: `select ${answer('v.value', { se: 'v.se', why: `case when v.n > 0 then '${why}' end` })}
    from asked a left join similarity v
      on v.a = least(a.of, a.towards) and v.b = greatest(a.of, a.towards) and v.year = a.year`,
  absent: 'the two cast no votes on the same roll calls in that year',
})

/**
 * Measures of votes. The numeric library computes them; the SQL reads its answers from `similarity` (a, b, year, value, se, n)
 * or `points` (state, year, point, se).
 */
export const votingSql: Readonly<Record<string, MeasureSql>> = {
  'voting-agreement': together('their votes do not define it'),
  'voting-kappa': together('each always voted the same: nothing can be told from chance'),
  'ideal-point-distance': {
    tables: ['un-votes/roll-calls'],
    system: 'un',
    sql: `select ${answer('abs(p.point - q.point)', { se: 'sqrt(p.se * p.se + q.se * q.se)' })}
      from asked a left join points p on p.state = a.of and p.year = a.year
      left join points q on q.state = a.towards and q.year = a.year`,
    absent: 'one of the two cast no vote in a divided roll call in that year',
  },
}
