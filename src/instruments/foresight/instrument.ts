import type { Contradiction, ContradictionInput, Untested } from './contradictions/contradiction.ts'
import { contradictionKinds } from './contradictions/contradiction.ts'
import { type Examination, examine, findContradictions } from './contradictions/find-contradictions.ts'

export type { Contradiction, ContradictionInput, Examination, Untested }
export { contradictionKinds, examine, findContradictions }
