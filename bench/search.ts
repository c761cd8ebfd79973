/**
 * `node bench/search.ts`: search over 100,000 clues and 20,000 sources, with and without diacritics. Peer, in the same
 * run: SQLite's FTS5 (in Node) on the same texts, tokenized without diacritics.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { random } from '#numeric/random'
import { searchRecords } from '#storage/search-records'
import { type Write, writeRecords } from '#storage/write-records'
import { importParsed } from '#workbench/import'
import { parseRecords } from '#workbench/record-file'
import { template } from '#workbench/template'
import { openWorkbench } from '#workbench/workbench'
import { claim, largeEvidence, median } from './large-case.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-bench-'))
const w = await openWorkbench({
  workspace: folder,
  by: 'bench',
  clearance: undefined,
  now: () => '2026-01-01T00:00:00Z',
})
try {
  await importParsed(w.database, [parseRecords(template('case'), 'case.yaml')], w.author('case'), false)
  const draw = random(3)
  const sources: Write[] = Array.from({ length: 20_000 }, (_, at) => ({
    kind: 'source',
    id: `w${at}`,
    body: { id: `w${at}`, type: 'secondary', csl: { type: 'book', title: claim(draw, 6) } },
  }))
  const evidence: Write[] = largeEvidence(100_000, 'arland-registers', 20_000).map((body) => ({
    kind: 'evidence',
    id: body.id,
    body,
  }))
  const began = performance.now()
  await writeRecords(w.database.db, [...sources, ...evidence], w.author('bench'))
  console.log(`120,000 records imported in ${((performance.now() - began) / 1000).toFixed(1)} s`)

  const peer = new DatabaseSync(':memory:')
  peer.exec(
    `create virtual table t using fts5(words, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')`,
  )
  const insert = peer.prepare('insert into t values (?)')
  peer.exec('begin')
  for (const write of [...sources, ...evidence]) insert.run(JSON.stringify(write.body))
  peer.exec('commit')
  const asked = [
    'nhan quyen',
    'nhân quyền',
    'trach nhiem bao ve',
    'memo minister',
    'consensus chair objection',
    'Việt Nam',
    'delegation',
    'hoi dong principle',
  ]
  const ours: number[] = []
  const theirs: number[] = []
  const select = peer.prepare('select rowid from t where t match ? order by rank limit 30')
  for (let run = 0; run < 8; run++)
    for (const words of asked) {
      let at = performance.now()
      await searchRecords(w.database.db, words, ['source', 'passage', 'evidence'], 30)
      ours.push(performance.now() - at)
      at = performance.now()
      select.all(
        words
          .split(' ')
          .map((word) => `"${word}"*`)
          .join(' '),
      )
      theirs.push(performance.now() - at)
    }
  console.log(`search, ours:        median ${median(ours).toFixed(1)} ms (the aim is 100 ms)`)
  console.log(`search, SQLite FTS5: median ${median(theirs).toFixed(1)} ms`)
  console.log(`ratio ours / peer: ${(median(ours) / median(theirs)).toFixed(2)}`)
} finally {
  await w.close()
  rmSync(folder, { recursive: true, force: true })
}
