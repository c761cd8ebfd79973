import type { Instrument } from '#domain/instrument'
import { socialization } from './socialization/instrument.ts'

/** The instruments, in the order in which they are shown. */
export const instruments: readonly Instrument[] = [socialization]
