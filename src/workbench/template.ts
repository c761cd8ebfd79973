import { Document, isMap, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import { z } from 'zod'
import { type Kind, kindNames, kinds } from '#domain/record'
import { referencesOf } from '#domain/reference'

/** What belongs in a file that describes a whole case: what tells of it, besides what that points at. */
const caseKinds: readonly Kind[] = [
  'case',
  'event',
  'position',
  'alignment',
  'draft',
  'vote',
  'condition',
  'scope-condition',
  'hypothesis',
  'evidence',
  'comparison',
  'silence',
  'source-conflict',
  'marker',
]

const head = (kind: Kind) =>
  [
    ` A starting file for: ${kind}. It is valid as it stands: replace the made-up example by your own.`,
    ' Lines that begin with # are optional fields. Dates are EDTF: 2007, 2007-07, 2007-07-30/2007-08-02, 1997~.',
    ' Ids are lower-case words joined by - . _ or /. Check with: soundings import --dry-run FILE',
    ...(kind === 'case'
      ? [
          ' Then: soundings import FILE, and soundings run socialization REQUEST.yaml, where REQUEST.yaml holds',
          '   case: arland-registers',
        ]
      : []),
  ].join('\n')

/**
 * A commented, valid starting file for a kind of record, with the records it points at. `case` gives a whole case.
 *
 * @param kind the kind of record
 * @returns YAML that `soundings import` accepts as it is
 */
export function template(kind: Kind): string {
  const wanted = closure(kind === 'case' ? caseKinds : [kind])
  const sections = Object.fromEntries(wanted.map((name) => [kinds[name].section, examplesOf(name)]))
  const document = new Document(sections)
  document.commentBefore = head(kind)
  for (const name of wanted) {
    const list = document.get(kinds[name].section) as YAMLSeq // made just above
    const [first] = list.items
    if (isMap(first)) annotate(first, kinds[name].schema)
  }
  for (const pair of (document.contents as YAMLMap).items.slice(1))
    if (isScalar(pair.key)) pair.key.spaceBefore = true
  return document.toString({ lineWidth: 110, indentSeq: true })
}

function annotate(record: YAMLMap, schema: z.ZodType): void {
  const shape = schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {}
  const left: string[] = []
  for (const [key, field] of Object.entries(shape)) {
    const pair = record.items.find((item) => isScalar(item.key) && item.key.value === key)
    const about = describe(field)
    if (pair === undefined) left.push(` ${key}:${about === undefined ? '' : ` ${about}`}`)
    else {
      if (about !== undefined) comment(pair, ` ${about}`)
      annotateInside(pair.value, field)
    }
  }
  if (left.length > 0) record.comment = left.join('\n')
}

function annotateInside(value: unknown, field: z.ZodType): void {
  const inner = field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType) : field
  if (isMap(value)) annotate(value, inner)
  else if (isSeq(value) && inner instanceof z.ZodArray && isMap(value.items[0]))
    annotate(value.items[0], inner.element as z.ZodType)
}

function comment(pair: Pair, words: string): void {
  if (isScalar(pair.value)) pair.value.comment = words
  else if (isScalar(pair.key)) pair.key.commentBefore = words
}

function describe(field: z.ZodType): string | undefined {
  const meta = field.meta()
  const own = meta?.description ?? (typeof meta?.['title'] === 'string' ? meta['title'] : undefined)
  return own ?? (field instanceof z.ZodOptional ? describe(field.unwrap() as z.ZodType) : undefined)
}

function examplesOf(kind: Kind): readonly object[] {
  const { example } = kinds[kind]
  if (kind === 'actor') return [example, { id: 'borland', name: 'Borland', type: 'state' }]
  if (kind === 'activity') return [example, { ...example, id: kinds['activity-match'].example.second }] // a match points at two
  if (kind === 'hypothesis')
    return [
      example,
      {
        id: 'arland-registers/persuasion',
        case: 'arland-registers',
        mechanisms: ['persuasion'],
        statement: 'Arland agreed because its officials came to think open registers right.',
      },
      {
        id: 'arland-registers/social-influence-persuasion',
        case: 'arland-registers',
        mechanisms: ['social-influence', 'persuasion'],
        statement: 'Arland first went along and was convinced afterwards.',
      },
    ]
  return [example]
}

function closure(start: readonly Kind[]): readonly Kind[] {
  const wanted = new Set<Kind>(start)
  for (let size = 0; size !== wanted.size; ) {
    size = wanted.size
    for (const kind of [...wanted])
      for (const example of examplesOf(kind))
        for (const { kind: other } of referencesOf(kinds[kind].schema, example)) wanted.add(other as Kind) // refTo names kinds
    if (wanted.has('evidence')) wanted.add('hypothesis') // a bearing names a mechanism that some hypothesis must claim
  }
  return kindNames.filter((kind) => wanted.has(kind))
}
