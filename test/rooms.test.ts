/** The floor plan: which room may import from which, which packages it may use, and why. ARCHITECTURE.md quotes it. */
import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'

interface Room {
  readonly imports: readonly string[]
  readonly packages: readonly string[]
  readonly why: string
}

const rooms: Record<string, Room> = {
  numeric: { imports: [], packages: [], why: 'numbers in, numbers out' },
  domain: {
    imports: [],
    packages: ['zod', 'edtf', 'fastest-levenshtein'],
    why: 'the nouns: everyone may know them, they know no one',
  },
  datasets: {
    imports: ['domain'],
    packages: [],
    why: 'a dataset is a description; storage does the reading',
  },
  instruments: { imports: ['domain', 'numeric'], packages: ['zod'], why: 'evidence in, findings out' },
  report: {
    imports: ['domain'],
    packages: ['vega', 'vega-lite'],
    why: 'a report reads an analysis and nothing else',
  },
  storage: {
    imports: ['domain', 'datasets'],
    packages: ['kysely', 'pg', 'canonicalize', '@duckdb/node-api', 'fastest-levenshtein'],
    why: 'the only room that runs SQL',
  },
  workbench: {
    imports: ['domain', 'numeric', 'datasets', 'instruments', 'report', 'storage'],
    packages: [
      'zod',
      'yaml',
      'csv-stringify',
      'pdfjs-dist',
      'mammoth',
      'html-to-text',
      'approx-string-match',
      'docx',
      'jszip',
      'ical-generator',
      '@myriaddreamin/typst-ts-node-compiler',
      '@resvg/resvg-js',
      'graphology', // a network is drawn anew from records and datasets, which only this room reads both
      'graphology-types',
      'graphology-metrics',
      'graphology-communities-louvain',
      'graphology-layout-forceatlas2',
    ],
    why: 'the verbs: what an analyst can do, and the files an analyst brings and takes away',
  },
  api: {
    imports: ['domain', 'instruments', 'workbench'],
    packages: ['hono', '@hono/node-server', 'zod', 'vite'],
    why: 'HTTP in, one call, HTTP out',
  },
  cli: {
    imports: ['domain', 'workbench', 'api'],
    packages: ['commander'],
    why: 'argv in, one call, exit code out',
  },
  web: {
    imports: ['domain', 'numeric', 'instruments', 'report', 'api/contract'],
    packages: [
      'react',
      'react-dom',
      '@mantine/core',
      '@mantine/hooks',
      '@tanstack/react-query',
      '@tanstack/react-router',
      'i18next',
      'react-i18next',
      'vega',
      'vega-lite',
      'zod',
      'world-atlas', // outlines of countries, loaded when a map is shown
      'yaml', // a framework is downloaded and loaded in the page, as the files of the command line are written
    ],
    why: 'knows the API by its contract only',
  },
}
const pure = ['numeric', 'domain', 'datasets', 'instruments', 'report']

const read = (file: string) => readFileSync(file, 'utf8')
const isTest = (file: string) => /\.test\.tsx?$/.test(file)
const isWithin = (target: string, places: readonly string[]) =>
  places.some((place) => target === place || target.startsWith(`${place}/`))

function importsOf(file: string): string[] {
  const text = read(file)
  const fixed = text.matchAll(/^(?:import|export)\b(?:[^'"]*?\bfrom)?\s*['"]([^'"]+)['"]/gm)
  const lazy = text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)
  return [...fixed, ...lazy].map(([, target]) => target ?? '')
}

function isAllowed(target: string, file: string, name: string, room: Room): boolean {
  if (target.startsWith('#')) return isWithin(target.slice(1), room.imports)
  if (target.startsWith('.')) return isWithin(posix.join(posix.dirname(file), target), [`src/${name}`])
  if (target.startsWith('node:')) return !pure.includes(name) && name !== 'web'
  return isWithin(target, room.packages)
}

for (const [name, room] of Object.entries(rooms)) {
  const files = globSync(`src/${name}/**/*.{ts,tsx}`).filter((file) => !isTest(file))

  test(`${name}: ${room.why}`, () => {
    const strays = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => !isAllowed(target, file, name, room))
        .map((target) => `${file} imports ${target}`),
    )
    expect(strays).toEqual([])
  })

  if (!pure.includes(name)) continue
  test(`${name}: time and chance are arguments`, () => {
    expect(files.filter((file) => /Date\.now\(|new Date\(\)|Math\.random\(/.test(read(file)))).toEqual([])
  })
}

test('every folder of src is a room of the plan', () => {
  const folders = new Set(globSync('src/**/*.{ts,tsx}').map((file) => file.split('/')[1]))
  expect([...folders].filter((folder) => folder !== undefined && !(folder in rooms))).toEqual([])
})

test('no instrument imports another', () => {
  const files = globSync('src/instruments/*/*.ts').filter((file) => !isTest(file))
  const strays = files.filter((file) => importsOf(file).some((target) => /^(\.\.|#instruments)/.test(target)))
  expect(strays).toEqual([])
})

test('an instrument is entered by its door', () => {
  const strays = globSync('src/**/*.{ts,tsx}')
    .flatMap(importsOf)
    .filter((t) => /^#instruments\//.test(t) && !/^#instruments\/(registry|[a-z-]+\/instrument)$/.test(t))
  expect(strays).toEqual([])
})

test('only storage runs SQL', () => {
  const strays = globSync('src/**/*.ts').filter(
    (file) => !file.startsWith('src/storage/') && /\bsql`|\.selectFrom\(|\.insertInto\(/.test(read(file)),
  )
  expect(strays).toEqual([])
})

test('no file is longer than 400 lines, tables of data excepted', () => {
  const long = globSync('src/**/*.{ts,tsx}').filter(
    (file) => !/\.data\.ts$/.test(file) && read(file).split('\n').length > 401,
  )
  expect(long).toEqual([])
})

test('nothing is called utils, helpers, common, misc or manager', () => {
  const vague = globSync('src/**/*').filter((file) => /\/(utils?|helpers?|common|misc|manager)\b/i.test(file))
  expect(vague).toEqual([])
})

test('ARCHITECTURE.md quotes the plan', () => {
  const page = read('ARCHITECTURE.md')
  for (const [name, room] of Object.entries(rooms))
    expect(page, name).toContain(`| ${name} | ${room.imports.join(', ') || 'nothing'} | ${room.why} |`)
})
