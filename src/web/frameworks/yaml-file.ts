import type { Language } from '#domain/exhibit'
import { Framework } from '#domain/framework'
import { kinds } from '#domain/record'
import { faultsOf } from './draft.ts'

/** Hands a framework to the reader as a file that `soundings import` and this page read. */
export async function downloadYaml(framework: Framework): Promise<void> {
  const { stringify } = await import('yaml')
  const text = stringify(
    { [kinds.framework.section]: [framework] },
    { lineWidth: 110, aliasDuplicateObjects: false, indentSeq: true },
  )
  const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${framework.id.replaceAll('/', '-')}.yaml`
  link.click()
  URL.revokeObjectURL(address)
}

/** A framework read from a file, or what is wrong with the file: a key of the page's words, and details. */
export type ReadYaml =
  | { readonly framework: Framework }
  | { readonly wrong: 'syntax' | 'none' | 'other' | 'invalid'; readonly details: string }

/**
 * Reads the one framework of a file.
 *
 * @param id of the framework that is being edited; another one is refused
 */
export async function readYaml(text: string, id: string, language: Language): Promise<ReadYaml> {
  const { parseDocument } = await import('yaml')
  const read = parseDocument(text)
  const [error] = read.errors
  if (error !== undefined) return { wrong: 'syntax', details: error.message }
  const file: unknown = read.toJS({ maxAliasCount: 100 })
  const list = typeof file === 'object' && file !== null ? Object.entries(file) : []
  const found: unknown = list.find(([section]) => section === kinds.framework.section)?.[1]
  if (!Array.isArray(found) || found.length !== 1) return { wrong: 'none', details: '' }
  const [given] = found as readonly unknown[]
  const faults = faultsOf(given, language)
  if (faults.length > 0)
    return {
      wrong: 'invalid',
      details: faults
        .slice(0, 5)
        .map(({ code, field, message }) => `${[code ?? [], field].flat().join(', ')}: ${message}`)
        .join('; '),
    }
  const framework = Framework.parse(given)
  if (framework.id !== id) return { wrong: 'other', details: framework.id }
  return { framework }
}
