import type { Reason } from '#domain/missing'
import { measureReasonsVi } from './measure-reasons.data.ts'

/** A reason that a measure gave, in both languages where the Vietnamese is known; else as it was given. */
export function measureReason(because: string): string | Reason {
  for (const { en, vi } of measureReasonsVi) {
    const found = en.exec(because)
    if (found === null) continue
    return { en: because, vi: vi.replace(/\{(\d)\}/g, (_, place: string) => found[Number(place)] ?? '') }
  }
  return because
}
