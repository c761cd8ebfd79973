import type { Instrument } from '#domain/instrument'
import { defenceDiplomacy } from './defence-diplomacy/instrument.ts'
import { foresight } from './foresight/instrument.ts'
import { mediation } from './mediation/instrument.ts'
import { relationsDepth } from './relations-depth/instrument.ts'
import { socialization } from './socialization/instrument.ts'

/** The instruments, in the order in which they are shown. */
export const instruments: readonly Instrument[] = [
  relationsDepth,
  socialization,
  foresight,
  mediation,
  defenceDiplomacy,
]
