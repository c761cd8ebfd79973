import { z } from 'zod'

/** The mechanisms that may explain a change of position: four social, two material (Johnston 2001; 2008). */
export const mechanisms = [
  'mimicking',
  'social-influence',
  'persuasion',
  'learning',
  'material-incentive',
  'coercion',
] as const
export const Mechanism = z.enum(mechanisms)
export type Mechanism = z.infer<typeof Mechanism>

/** Id of what is left when no named explanation holds. */
export const residual = 'residual'

/**
 * The id of a hypothesis: its mechanisms in causal order, joined by `+`.
 *
 * @example
 * hypothesisId(['mimicking', 'persuasion', 'learning']) // => 'mimicking+persuasion+learning'
 */
export function hypothesisId(parts: readonly Mechanism[]): string {
  return parts.length === 0 ? residual : parts.join('+')
}
