/**
 * `node bench/page.ts`: the page of a case of 2,000 clues in Chromium: time until it is there, and from a key on a slider to the
 * next painted frame. Peer, in the same run: the same on a case of the example, with 96 clues.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { stringify } from 'yaml'
import { template } from '#workbench/template'
import { largeEvidence, median } from './large-case.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-bench-'))
const entry = join(import.meta.dirname, '../src/cli/run.ts')
const run = (args: readonly string[]) =>
  new Promise<void>((done, fail) => {
    const child = spawn(process.execPath, [entry, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('close', (status) =>
      status === 0 ? done() : fail(new Error(`${args[0]} ended with ${status}`)),
    )
  })
const at = ['--workspace', join(folder, 'workspace')]
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

await run(['demo', ...at])
await run(['import', file('case.yaml', template('case')), ...at])
const sources = Array.from({ length: 900 }, (_, n) => ({
  id: `w${n}`,
  type: 'secondary',
  csl: { type: 'book', title: `Witness ${n}` },
}))
const hypotheses = ['mimicking', 'learning', 'material-incentive', 'coercion'].map((m) => ({
  id: `arland-registers/${m}`,
  case: 'arland-registers',
  mechanisms: [m],
  statement: m,
}))
const evidence = largeEvidence(2000, 'arland-registers', 900)
await run(['import', file('large.json', JSON.stringify({ sources, hypotheses, evidence })), ...at])
await run(['run', 'socialization', file('request.yaml', stringify({ case: 'arland-registers' })), ...at])

const app = spawn(process.execPath, [entry, 'start', '--port', '4689', ...at], {
  stdio: ['ignore', 'ignore', 'pipe'],
})
await new Promise<void>((open) => {
  app.stderr.on('data', (chunk) => {
    if (String(chunk).includes('is open at')) open()
  })
})
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  for (const name of ['unsc-rtop', 'arland-registers']) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    const began = performance.now()
    await page.goto(`http://127.0.0.1:4689/cases/${name}`)
    await page.getByRole('tab', { name: /what-if|giả định/ }).click()
    const slider = page.getByRole('slider').nth(1)
    await slider.focus()
    const loaded = performance.now() - began
    const frames = await page.evaluate<number[]>(`(async () => {
      const times = []
      const slider = document.activeElement
      for (let press = 0; press < 30; press++) {
        const from = performance.now()
        slider.dispatchEvent(new KeyboardEvent('keydown', { key: press % 2 ? 'ArrowLeft' : 'ArrowRight', bubbles: true }))
        await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)))
        times.push(performance.now() - from)
      }
      return times
    })()`)
    console.log(
      `${name}: there after ${(loaded / 1000).toFixed(1)} s; from key to painted frame ${median(frames).toFixed(0)} ms (median of 30)`,
    )
    await page.close()
  }
} finally {
  await browser.close()
  app.kill('SIGINT')
  await new Promise((closed) => app.on('close', closed))
  rmSync(folder, { recursive: true, force: true })
}
