import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { SoundingsError } from '#domain/errors'
import { openBulkEngine } from './bulk-engine.ts'
import { readTable } from './read-table.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-table-'))
const file = (content: string | Buffer, name = 't.csv') => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const read = (content: string | Buffer, name?: string) => readTable(file(content, name), 't.csv', ['a', 'b'])
const mistake = async (content: string | Buffer, name?: string) => {
  const caught = await read(content, name).catch((error: unknown) => error)
  if (!(caught instanceof SoundingsError)) throw caught
  return { code: caught.code, message: caught.message, line: caught.place.line, value: caught.place.value }
}

describe('a table is read as text', () => {
  test('whatever its line ends, byte order mark, order and number of columns', async () => {
    for (const text of [
      'a,b\n1,x\n2,\n',
      '\ufeffa,b\r\n1,x\r\n2,\r\n',
      'c,b,a\n9,x,1\n9,"",2',
      'a,b\n1,x\n\n2,\n',
    ])
      expect((await read(text)).columns).toEqual({ a: ['1', '2'], b: ['x', null] })
    expect((await read('c,b,a\n9,x,1\n')).others).toEqual(['c'])
  })

  test('quoted cells keep commas, quotation marks and line breaks', async () => {
    const { columns } = await read('a,b\n"1,5","say ""no""\nor not"\n')
    expect(columns).toEqual({ a: ['1,5'], b: ['say "no"\nor not'] })
  })

  test('a gzip file is known by its bytes, a Parquet file too', async () => {
    expect((await read(gzipSync('a,b\n1,2\n'), 'no-ending')).columns).toEqual({ a: ['1'], b: ['2'] })
    const engine = await openBulkEngine()
    const path = join(folder, 't.parquet')
    await engine.run(`copy (select 1.5 as a, 'Việt Nam' as b) to '${path}' (format parquet)`)
    engine.close()
    expect((await readTable(path, 't.parquet', ['a', 'b'])).columns).toEqual({ a: ['1.5'], b: ['Việt Nam'] })
  })

  test('a header without rows is a table without rows', async () => {
    expect((await read('a,b\n')).rows).toBe(0)
  })

  test('a place in the table is a line of the file, whatever stands between', async () => {
    const table = await read('a,b\n1,"x\ny"\n\n2,z\n')
    expect(table.place(0, 'a')).toMatchObject({ line: 2, value: '1' })
    expect(table.place(1, 'b')).toMatchObject({ line: 5, field: 'b', value: 'z' })
  })
})

describe('a file that is no table is refused with what is wrong and where', () => {
  test.each([
    ['nothing', '', /empty/, undefined],
    ['semicolons', 'a;b\n1;2\n', /semicolons/, 1],
    ['tabs', 'a\tb\n1\t2\n', /tabs/, 1],
    ['a missing column', 'a,c\n1,2\n', /column b is not there; the header has a, c/, 1],
    ['two columns of one name', 'a,b,a\n1,2,3\n', /two columns are called "a"/, 1],
    ['a column without name', 'a,b,\n1,2,3\n', /no name/, 1],
    ['a row too long', 'a,b\n1,2\n1,2,3\n', /has 3 cells where the header has 2/, 3],
    ['a row too short', 'a,b\n1,2\n1\n', /has 1 cells where the header has 2/, 3],
    ['an open quotation mark', 'a,b\n1,2\n1,"x\n', /quotation mark/, 3],
    ['mixed line ends', 'a,b\n1,2\r\n3,4\n', /line ends are mixed/, undefined],
    ['JSON', '[{"a": 1}]', /this is JSON/, undefined],
  ])('%s', async (_, text, message, line) => {
    const found = await mistake(text)
    expect(found.message).toMatch(message)
    expect(found.line).toBe(line)
  })

  test('a byte that is not UTF-8', async () => {
    expect(await mistake(Buffer.from('a,b\n1,caf\xe9\n', 'latin1'))).toMatchObject({
      message: 'the text is not UTF-8',
      line: 2,
    })
  })

  test('UTF-16, an archive, a gzip file that is cut off, even at the end of a line', async () => {
    expect((await mistake(Buffer.from('\ufeffa,b\n1,2\n', 'utf16le'))).message).toMatch(/UTF-16/)
    expect((await mistake(Buffer.from('PK\x03\x04....'))).message).toMatch(/ZIP/)
    const whole = gzipSync(Buffer.from(`a,b\n${'1,2\n'.repeat(100_000)}`))
    expect((await mistake(whole.subarray(0, whole.length - 20), 't.csv.gz')).message).toMatch(/cut off/)
    expect((await mistake(whole.subarray(0, whole.length - 8), 't.csv.gz')).message).toMatch(/cut off/)
  })
})
