import { SoundingsError } from '#domain/errors'
import { recordedRoles } from '#domain/third-party-role'
import { type Feature, type FeatureValue, rangeOf } from '#numeric/gower-similarity'
import type { CasesRequest } from './mediation-cases.ts'
import type { MediationRecord } from './mediation-record.ts'

/** A feature that was compared: what the target has, and what there is to choose from. */
export interface ComparedFeature {
  readonly id: string
  readonly kind: Feature['kind']
  readonly weight: number
  /** null where the target does not say it: the feature was not compared */
  readonly target: FeatureValue
  readonly choices: readonly string[]
  /** least and greatest of a quantity */
  readonly range: readonly [number, number] | null
  /** cases of which it is not known */
  readonly missing: number
}

/** Features with what the target has: roles become features of the record. */
export function comparedFeatures(
  record: MediationRecord,
  { roles = [], target = {}, weights = {} }: CasesRequest,
): { readonly features: readonly ComparedFeature[]; readonly notCoded: boolean } {
  const ids = record.features.map(({ id }) => id)
  for (const id of [...Object.keys(target), ...Object.keys(weights)])
    if (!ids.includes(id))
      throw new SoundingsError('call-invalid', `the record has no feature ${id}`, {
        advice: `It has ${ids.join(', ')}.`,
      })
  const known = [...new Set([...recordedRoles, ...record.roles])]
  for (const role of roles)
    if (!known.includes(role))
      throw new SoundingsError('call-invalid', `there is no role ${role}`, {
        advice: `There are ${known.join(', ')}.`,
      })
  const coded = roles.map(codedAs).filter((role) => ids.includes(`role-${role}`))
  const features = record.features.map(({ id, kind }): ComparedFeature => {
    const values = record.cases.map((one) => one.features[id] ?? null)
    const told = values.filter((value) => value !== null)
    const numbers = told.filter((value) => typeof value === 'number')
    const choices =
      kind === 'quantity' ? [] : [...new Set(told.map(String))].toSorted((a, b) => (a < b ? -1 : 1))
    const weight = weights[id] ?? 1
    if (!(Number.isFinite(weight) && weight >= 0))
      throw new SoundingsError('call-invalid', `the weight of ${id} must be a number from 0`, {
        place: { value: weight },
      })
    const given =
      target[id] ??
      (id === 'role' ? roles[0] : undefined) ??
      (id.startsWith('role-') && coded.length > 0
        ? String(coded.includes(id.slice('role-'.length)))
        : undefined)
    return {
      id,
      kind,
      weight,
      target: given === undefined ? null : readValue(id, kind, given, choices),
      choices,
      range: kind === 'quantity' && rangeOf(values) > 0 ? [Math.min(...numbers), Math.max(...numbers)] : null,
      missing: values.length - told.length,
    }
  })
  const own = ids.includes('role')
  return { features, notCoded: roles.length > 0 && !own && coded.length < roles.length }
}

/** Rungs that the public record knows under another of its words. */
function codedAs(role: string): string {
  if (role === 'shuttle-diplomacy') return 'good-offices'
  return role === 'communication' ? 'mediation' : role
}

function readValue(
  id: string,
  kind: Feature['kind'],
  given: string,
  choices: readonly string[],
): FeatureValue {
  if (kind === 'quantity') {
    const value = Number(given)
    if (given.trim() !== '' && Number.isFinite(value)) return value
    throw new SoundingsError('call-invalid', `${id} must be a number`, { place: { value: given } })
  }
  const flagged =
    kind === 'presence' || (choices.length > 0 && choices.every((one) => one === 'true' || one === 'false'))
  if (flagged && (given === 'true' || given === 'false')) return given === 'true'
  if (!flagged && (choices.includes(given) || choices.length === 0 || id === 'role')) return given
  throw new SoundingsError('call-invalid', `${id} is ${flagged ? 'true or false' : 'none of the record'}`, {
    place: { value: given },
    ...(flagged ? {} : { advice: `The record has ${choices.join(', ')}.` }),
  })
}
