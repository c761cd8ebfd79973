import { useSyncExternalStore } from 'react'

const remembered = 'soundings.assessor'
const listeners = new Set<() => void>()

/** The assessor as whom this tab calls, or null. It is forgotten when the tab is closed: others may share the machine. */
export function actingAssessor(): string | null {
  return sessionStorage.getItem(remembered)
}

/** Says as whom this tab calls from now on. What was fetched before belongs to somebody else and must be dropped. */
export function actAs(assessor: string | null): void {
  if (assessor === null) sessionStorage.removeItem(remembered)
  else sessionStorage.setItem(remembered, assessor)
  for (const listener of listeners) listener()
}

/** The assessor as whom this tab calls, kept up to date. */
export function useActing(): string | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, actingAssessor)
}
