import type { ComponentType } from 'react'
import type { Analysis } from '#domain/analysis'
import { DefenceView } from './defence-diplomacy/DefenceView.tsx'
import { DepthView } from './relations-depth/DepthView.tsx'
import { SocializationView } from './socialization/SocializationView.tsx'

/** A view made for one instrument. An instrument without one is shown by the generic page. */
export interface BespokeView {
  readonly instrument: string
  readonly versions: readonly string[]
  readonly View: ComponentType<{ analysis: Analysis }>
}

export const bespokeViews: readonly BespokeView[] = [
  { instrument: 'socialization', versions: ['1', '2', '3'], View: SocializationView },
  { instrument: 'relations-depth', versions: ['1'], View: DepthView },
  { instrument: 'defence-diplomacy', versions: ['1'], View: DefenceView },
]

/** The view made for an analysis, if there is one for the version of its instrument. */
export function viewOf(analysis: Analysis): BespokeView | undefined {
  return bespokeViews.find(
    (one) => one.instrument === analysis.instrument && one.versions.includes(analysis.version),
  )
}
