/** Types of personnel in peacekeeping, as reports tell them. */
export const personnelTypes = [
  'troops',
  'staff-officers',
  'experts',
  'police',
  'individual-police',
  'formed-police',
] as const
export type PersonnelType = (typeof personnelTypes)[number]

/** A share of women that the United Nations wants among a kind of uniformed personnel in a year. */
export interface ParityTarget {
  /** types of personnel that are counted together */
  readonly types: readonly [PersonnelType, ...PersonnelType[]]
  readonly year: number
  /** in [0, 1] */
  readonly share: number
  /** where the figure was read */
  readonly source: string
}

const fund =
  'Elsie Initiative Fund, UN strategies, elsiefund.org/un-strategies-eifund, on the Uniformed Gender Parity Strategy 2018–2028'
const achievers =
  'Department of Peace Operations, Acknowledging uniformed gender parity target achievers (2021), on the same strategy'

/**
 * Targets of the Uniformed Gender Parity Strategy 2018–2028 of the United Nations, as far as they were read in a source; the strategy
 * sets one for every year, and itself was not opened. A year that is not here has no target that we know.
 */
export const parityTargets: readonly ParityTarget[] = [
  { types: ['troops'], year: 2021, share: 0.08, source: achievers },
  { types: ['troops'], year: 2028, share: 0.15, source: fund },
  { types: ['staff-officers', 'experts'], year: 2021, share: 0.18, source: achievers },
  { types: ['staff-officers', 'experts'], year: 2028, share: 0.25, source: fund },
  {
    types: ['formed-police'],
    year: 2022,
    share: 0.12,
    source:
      'United Nations Police, UNPOL component in UNSOM surpasses the gender parity targets for 2028 (2022), police.un.org',
  },
  { types: ['formed-police'], year: 2028, share: 0.2, source: fund },
  { types: ['individual-police'], year: 2028, share: 0.3, source: fund },
]
