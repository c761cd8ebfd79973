/** One workspace with the example and its analyses for the whole test run, of which each journey takes a copy. */
import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    example: string
    compiled: string
  }
}

export function setup(project: TestProject): () => void {
  const root = mkdtempSync(join(tmpdir(), 'soundings-example-'))
  const example = join(root, 'workspace')
  const compiled = join(root, 'compiled') // the programs that journeys start need not be compiled each time
  const entry = resolve(import.meta.dirname, '../../src/cli/run.ts')
  const { status, stderr } = spawnSync(process.execPath, [entry, 'demo', '--workspace', example], {
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the example was not made: ${stderr}`)
  // no journey that takes a copy looks at what is lost if the machine fails
  appendFileSync(join(example, 'postgres', 'postgresql.auto.conf'), 'fsync = off\nfull_page_writes = off\n')
  project.provide('example', example)
  project.provide('compiled', compiled)
  return () => rmSync(root, { recursive: true, force: true })
}
