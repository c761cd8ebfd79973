import { type Document, isMap, isNode, LineCounter, parseAllDocuments } from 'yaml'
import { type Place, SoundingsError } from '#domain/errors'

/** Where a value of a YAML text stands: document, path inside it, and whether its key is meant. */
export type Path = readonly (string | number)[]

/** The documents of a YAML text, and where each value in them stands. */
export interface LocatedYaml {
  values(): readonly unknown[]
  place(document: number, path: Path, ofKey?: boolean): Place
}

/**
 * Reads YAML (or JSON) so that any value can be named by line and column. The text is parsed when first needed.
 *
 * @param file name of the file, for messages
 * @throws SoundingsError `yaml-syntax` from `values` if the text cannot be read
 */
export function locatedYaml(text: string, file: string): LocatedYaml {
  const counter = new LineCounter()
  let parsed: readonly Document.Parsed[] | undefined
  const documents = () => {
    parsed ??= [...parseAllDocuments(text, { lineCounter: counter, uniqueKeys: true })]
    return parsed
  }
  return {
    values() {
      return documents().map((document) => {
        const [error] = document.errors
        if (error === undefined) return document.toJS({ maxAliasCount: 1000 })
        const { line, col } = counter.linePos(error.pos[0])
        const [first = 'it cannot be read'] = error.message.split('\n')
        const message = first.replace(/ at line \d+, column \d+:?$/, '')
        throw new SoundingsError('yaml-syntax', message, { place: { file, line, column: col } })
      })
    },
    place(at, path, ofKey = false) {
      const document = documents()[at]
      const offset = document === undefined ? undefined : offsetOf(document, path.map(asKey), ofKey)
      const field = fieldName(path)
      if (offset === undefined) return { file, field }
      const { line, col } = counter.linePos(offset)
      return { file, line, column: col, field }
    },
  }
}

function fieldName(path: Path): string {
  return path.reduce<string>(
    (all, part) =>
      typeof asKey(part) === 'number' ? `${all}[${part}]` : all === '' ? String(part) : `${all}.${part}`,
    '',
  )
}

function asKey(part: string | number): string | number {
  return /^\d+$/.test(String(part)) ? Number(part) : part
}

/** Offset of the value at a path, or of the nearest place above it that is there. */
function offsetOf(document: Document.Parsed, path: Path, ofKey: boolean): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    if (isMap(parent) && (ofKey || length < path.length)) {
      const pair = parent.items.find(
        (item) => isNode(item.key) && String(item.key) === String(path[length - 1]),
      )
      if (pair !== undefined && isNode(pair.key)) return pair.key.range?.[0]
    }
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return document.contents?.range[0]
}
