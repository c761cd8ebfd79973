import { z } from 'zod'

/** An id: lower-case words and digits joined by `-`, `.`, `_` or `/`. */
export const Id = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(?:[-._/][a-z0-9]+)*$/, {
    error: 'an id is lower-case letters and digits joined by - . _ or /',
  })

/**
 * The id of a record of another kind. The workbench refuses a record that points at one that is not there.
 *
 * @param kind kind of the record pointed at, such as `actor`
 */
export function refTo(kind: string) {
  return Id.meta({ refTo: kind, title: `id of ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}` })
}

/** One pointer found in a record: the kind and id it points at, and the path of the field. */
export interface Reference {
  readonly kind: string
  readonly id: string
  readonly path: readonly (string | number)[]
}

type Path = readonly (string | number)[]

/**
 * Every pointer in a record, found by walking its schema beside its value.
 *
 * @param schema a Zod schema whose pointers were made with `refTo`
 * @param value  a value that the schema accepts
 */
export function referencesOf(schema: z.ZodType, value: unknown): readonly Reference[] {
  const found: Reference[] = []
  collect(schema, value, [], found)
  return found
}

function collect(schema: z.ZodType, value: unknown, path: Path, found: Reference[]): void {
  if (value === undefined || value === null || !mayPoint(schema)) return
  const kind = schema.meta()?.refTo
  if (typeof kind === 'string' && typeof value === 'string') {
    found.push({ kind, id: value, path })
  } else if (schema instanceof z.ZodObject) {
    for (const [key, field] of Object.entries(schema.shape))
      collect(field as z.ZodType, (value as Record<string, unknown>)[key], [...path, key], found)
  } else if (schema instanceof z.ZodArray) {
    for (const [at, item] of (value as unknown[]).entries())
      collect(schema.element as z.ZodType, item, [...path, at], found)
  } else if (schema instanceof z.ZodRecord) {
    for (const [key, item] of Object.entries(value as Record<string, unknown>))
      collect(schema.valueType as z.ZodType, item, [...path, key], found)
  } else if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    collect(schema.unwrap() as z.ZodType, value, path, found)
  }
}

const pointing = new WeakMap<z.ZodType, boolean>()

/** Whether anything that a schema accepts can hold a pointer: long lists of numbers need not be walked. */
function mayPoint(schema: z.ZodType): boolean {
  const known = pointing.get(schema)
  if (known !== undefined) return known
  pointing.set(schema, true) // for a schema that holds itself, until it is known
  const may = typeof schema.meta()?.refTo === 'string' || partsOf(schema).some(mayPoint)
  pointing.set(schema, may)
  return may
}

function partsOf(schema: z.ZodType): readonly z.ZodType[] {
  if (schema instanceof z.ZodObject) return Object.values(schema.shape) as z.ZodType[] // fields of a schema are schemas
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType]
  if (schema instanceof z.ZodRecord) return [schema.valueType as z.ZodType]
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return [schema.unwrap() as z.ZodType]
  return []
}
