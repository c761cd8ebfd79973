import type { Analysis } from '#domain/analysis'
import { SoundingsError } from '#domain/errors'
import type { Instrument, Outcome } from '#domain/instrument'
import { instruments } from '#instruments/registry'
import { analysisId } from '#storage/analyses'

/** The analysis that an outcome and its pins make: what is stored is what JSON can hold. */
export function analysisOf(instrument: Instrument, outcome: Outcome, pins: Analysis['pins']): Analysis {
  const plain = JSON.parse(JSON.stringify(outcome)) as typeof outcome // the same shape, as JSON has it
  const known = {
    instrument: instrument.id,
    version: instrument.version,
    request: { ...plain.request },
    pins,
    result: { ...plain.result },
    findings: [...plain.findings],
  }
  return { id: analysisId(known), ...known }
}

/**
 * An instrument by its id.
 *
 * @throws SoundingsError `instrument-unknown`
 */
export function instrumentOf(id: string): Instrument {
  const found = instruments.find((instrument) => instrument.id === id)
  if (found === undefined)
    throw new SoundingsError('instrument-unknown', `there is no instrument ${id}`, {
      place: { value: id },
      advice: `There are ${instruments.map((instrument) => instrument.id).join(', ')}.`,
    })
  return found
}
