import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { SoundingsError } from '#domain/errors'
import type { Instrument, Watch } from '#domain/instrument'
import { analysisBytes } from '#storage/analyses'
import type { EvidenceRow } from '#storage/evidence-rows'
import { type PinningReader, pinningReader } from '#storage/pinning-reader'
import { type AnalysisTask, type FromThread, faultOf, type ToThread } from './analysis-messages.ts'
import { analysisOf, instrumentOf } from './analysis-of.ts'

const port = parentPort as MessagePort // analysis-thread.ts starts this file as a worker and nothing else does
const task = workerData as AnalysisTask
const waiting = new Map<number, (rows: readonly EvidenceRow[]) => void>()
let asked = 0
port.on('message', ({ number, rows }: ToThread) => {
  waiting.get(number)?.(rows)
  waiting.delete(number)
})

try {
  const instrument = instrumentOf(task.instrument)
  if (task.all) await analyseAll(instrument)
  else {
    const reading = newReading()
    const outcome = await instrument.analyse(task.request, reading.reader, watch())
    await give(instrument, outcome, reading)
  }
  say({ say: 'end' })
} catch (cause) {
  say({ say: 'fault', fault: faultOf(cause) })
} finally {
  port.close()
}

async function analyseAll(instrument: Instrument): Promise<void> {
  const { all } = instrument
  if (all === undefined)
    throw new SoundingsError('call-invalid', `${instrument.id} is asked one request at a time`, {
      advice: 'Give a request.',
    })
  const parts = await all.parts(task.request, newReading().reader)
  const of = parts.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  const told = watch()
  for (const { part } of parts) {
    const reading = newReading()
    const analyses = await all.gather(part, reading.reader)
    say({ say: 'read' })
    for (const { run } of analyses) {
      await give(instrument, run(told), reading)
      say({ say: 'progress', done: ++done, of, step: 'analyses' })
    }
  }
}

/** Sends an analysis, and waits until it is stored. */
async function give(
  instrument: Instrument,
  outcome: Parameters<typeof analysisOf>[1],
  reading: PinningReader,
): Promise<void> {
  const analysis = analysisBytes(analysisOf(instrument, outcome, reading.pins()))
  await request((number) => ({ say: 'analysis', number, analysis, handling: reading.handling() }))
}

function newReading(): PinningReader {
  return pinningReader((question) => request((number) => ({ say: 'ask', number, question })))
}

function request(message: (number: number) => FromThread): Promise<readonly EvidenceRow[]> {
  const number = ++asked
  return new Promise((resolve) => {
    waiting.set(number, resolve)
    say(message(number))
  })
}

/** Tells of progress, at most ten times a second. */
function watch(): Watch {
  let last = 0
  return {
    progress(done, of, step) {
      const now = performance.now()
      if (now - last < 100) return
      last = now
      say({ say: 'progress', done, of, step })
    },
  }
}

function say(message: FromThread): void {
  port.postMessage(message)
}
