import type { z } from 'zod'

/**
 * What is wrong with a value that its schema refused, for the person who wrote it: a field that is missing or unknown is
 * called so.
 *
 * @param issue   the first issue of the schema, if it told one
 * @param otherwise what is said where it told none
 * @example
 * issueWords({ code: 'invalid_type', expected: 'string', path: ['asOf'], message: 'Invalid input: expected string, received undefined' }, 'not valid') // => 'the field asOf is missing'
 */
export function issueWords(issue: z.core.$ZodIssue | undefined, otherwise: string): string {
  if (issue === undefined) return otherwise
  if (issue.code === 'unrecognized_keys') return `there is no field ${issue.keys[0]} here`
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    return issue.path.length === 0 ? otherwise : `the field ${String(issue.path.at(-1))} is missing`
  return issue.message.charAt(0).toLowerCase() + issue.message.slice(1)
}
