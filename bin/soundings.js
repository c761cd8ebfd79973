#!/usr/bin/env node
// Starts Soundings on a Node that can run it: this one, or the one installed beside it. In a checkout the source runs
// as it is; in the published package, the bundle.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = join(dirname(fileURLToPath(import.meta.url)), '..')
const source = join(folder, 'src', 'cli', 'run.ts')
const entry = existsSync(source) ? source : join(folder, 'dist', 'soundings.js')
const [major = 0] = process.versions.node.split('.').map(Number)
const own = join(folder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

if (major >= 24 || !existsSync(own)) {
  if (major < 22) {
    console.error(`soundings: Node 22 or newer is needed, this is ${process.version}.`)
    process.exit(1)
  }
  await import(entry)
} else {
  const child = spawn(own, [entry, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1))
}
