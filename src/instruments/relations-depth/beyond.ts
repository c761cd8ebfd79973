import type { Estimate } from '#domain/finding'
import type { FollowThrough } from '#domain/follow-through'
import type { Missing } from '#domain/missing'
import type { Tier } from '#domain/relation'
import type { Pointer } from './model.ts'

/** What one side loses if the relation is cut (D10). */
export interface Loss {
  readonly of: string
  readonly towards: string
  readonly year: number
  /** trade with the other as a share of its own trade */
  readonly dependence: number | Missing
  /** share of its income, lowest and highest elasticity as interval */
  readonly income: Estimate | Missing
  readonly evidence: readonly Pointer[]
}
export interface Entwinement {
  readonly losses: readonly Loss[]
  /** (loss of the first − loss of the second) / their sum: 0 both lose alike, 1 only the first loses */
  readonly asymmetry: number | Missing
  readonly verdict: 'both-bound' | 'one-bound' | 'neither-bound' | Missing
  readonly boundSide: string | null
}

/** Words matched with deeds (D7): the degree is that of trust in the partner, from its own words. */
export interface Trust {
  /** of the partner's words */
  readonly hitRate: Estimate | Missing
  /** of the words of the state from whose side the relation is seen: what the partner may think of it */
  readonly ownHitRate: Estimate | Missing
  readonly byField: readonly {
    by: string
    field: string
    kept: number
    partly: number
    broken: number
    rate: Estimate
  }[]
  readonly pairs: readonly {
    id: string
    by: string
    field: string
    word: string
    wordDate: string
    deed: string | Missing
    followed: FollowThrough['followed']
    because: string
    illustrative: boolean
    evidence: readonly Pointer[]
  }[]
  /** binding agreements and mechanisms in force */
  readonly binding: readonly { title: string; evidence: readonly Pointer[] }[]
  readonly degree: 1 | 2 | 3 | 4 | Missing
  readonly illustrative: boolean
}
export interface Quadrant {
  readonly place: 'good-friend' | 'bad-friend' | 'potential-friend' | 'bad-partner' | Missing
  /** share of draws that fall into this place */
  readonly sure: number | Missing
  readonly points: readonly {
    readonly relation: string
    readonly title: string
    readonly year: number
    readonly trust: number
    readonly cooperation: number
    readonly trustSd: number
    readonly cooperationSd: number
  }[]
}

/** Durability and stability (D9). */
export interface Durability {
  readonly spells: readonly {
    what: string
    titleVi: string
    from: string
    to: string | null
    years: number
    ended: boolean
    by: string | null
    illustrative: boolean
    evidence: readonly Pointer[]
  }[]
  readonly interruptions: number
  readonly yearsUnbroken: number | Missing
  /** whether the spells of the relation were made up to show how they look */
  readonly illustrative: boolean
  /** ends per year of mechanisms of all relations of the state */
  readonly hazard: Estimate | Missing
  readonly survival: readonly { time: number; survival: number; low: number; high: number; atRisk: number }[]
}

/** Movement in one field and the next movement in another (D11). */
export interface SpillOver {
  readonly from: string
  readonly to: string
  readonly fromVi: string
  readonly toVi: string
  readonly pairs: number
  readonly correlation: Estimate | Missing
  /** share of random pairings of histories that correlate as strongly */
  readonly p: number | Missing
}
export interface Width {
  readonly fields: readonly {
    field: string
    agreements: number
    mechanisms: number
    projects: number
    evidence: readonly Pointer[]
  }[]
  readonly share: number | Missing
}

/** One demand that a partnership must meet (D13). */
export interface Check {
  readonly demand:
    | 'out-of-strains'
    | 'unbroken'
    | 'document'
    | 'adopted-by-leaders'
    | 'projects'
    | 'goals'
    | 'timetable'
    | 'participation'
    | 'assessment'
  readonly met: boolean | Missing
  readonly with: string
  readonly evidence: readonly Pointer[]
}
export interface Titled {
  readonly relation: string
  readonly title: string
  readonly titleVi: string
  readonly tier: Tier
  readonly reading: 'over' | 'under'
  readonly against: string
  readonly againstVi: string
  readonly againstTier: Tier
  /** whether one of the two tiers was made up to show how it looks */
  readonly illustrative: boolean
  /** share of draws in which the lower-titled relation is the deeper */
  readonly sure: number
}

/** What a side pays to keep the relation up against what it would lose if it broke (D9). */
export interface Upkeep {
  readonly of: string
  readonly costUsdMillions: number | Missing
  readonly lossUsdMillions: Estimate | Missing
  /** loss over cost: above 1 the relation is worth its upkeep */
  readonly lossOverCost: Estimate | Missing
  readonly illustrative: boolean
  readonly evidence: readonly Pointer[]
}
