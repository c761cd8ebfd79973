/** Runs the command line as a person would, in a process of its own. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inject } from 'vitest'

const entry = resolve(import.meta.dirname, '../../src/cli/run.ts')

export interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Starts `soundings …`; what it prints is kept. */
export function start(
  args: readonly string[],
  input?: string,
): { child: ChildProcess; done: Promise<Ran>; said: () => string } {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...process.env, NODE_COMPILE_CACHE: inject('compiled') },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout?.on('data', (chunk) => {
    out += chunk
  })
  child.stderr?.on('data', (chunk) => {
    err += chunk
  })
  child.stdin?.end(input)
  const done = new Promise<Ran>((finished) => {
    child.on('close', (status) => finished({ status, out, err }))
  })
  return { child, done, said: () => out + err }
}

/** Runs `soundings …` to its end. */
export function soundings(args: readonly string[], input?: string): Promise<Ran> {
  return start(args, input).done
}

/** A folder for one test; `remove` takes it away. */
export function folder(): { path: (name: string) => string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'soundings-journey-'))
  return { path: (name) => join(root, name), remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** The app, serving a workspace of its own that holds the example and its analyses. */
export function startExample(workspace: string): ReturnType<typeof startApp> {
  execFileSync('cp', ['-a', inject('example'), workspace]) // with its owner, who is not root
  return startApp(workspace)
}

/** The app, serving a workspace on a free port; `stop` interrupts it as Ctrl-C does. */
export async function startApp(workspace: string): Promise<{ url: string; stop: () => Promise<Ran> }> {
  const { child, done, said } = start(['start', '--workspace', workspace, '--port', '0'])
  let ended = false
  void done.then(() => {
    ended = true
  })
  for (const deadline = Date.now() + 90_000; Date.now() < deadline; await pause(50)) {
    const url = /open at (\S+)/.exec(said())?.[1]
    if (url !== undefined)
      return {
        url,
        stop() {
          child.kill('SIGINT')
          return done
        },
      }
    if (ended) break
  }
  throw new Error(`the app did not start: ${said()}`)
}
