import type { Support } from '#domain/support'
import type { Pointer } from './model.ts'

/**
 * Pointers from a number to the places that a record rests on.
 *
 * @param kind   kind of the record
 * @param record a record with its id and supports
 */
export function pointers(
  kind: string,
  record: { readonly id: string; readonly restsOn?: readonly Support[] | undefined },
): readonly Pointer[] {
  return (record.restsOn ?? []).map(({ source, locator }) => ({
    id: record.id,
    kind,
    source,
    locator: locator ?? null,
  }))
}
