import type { Activity } from '#domain/activity'
import { useStateName } from '../components/StatePicker.tsx'

const most = 5

/** Names participants in the language of the page: the state looked at is left out, many are cut with how many more there are. */
export function usePartners(names: Readonly<Record<string, string>>) {
  const stateName = useStateName()
  return ({ participants }: Activity, state: string | null): string => {
    const all = participants
      .filter((one) => one.state === undefined || one.state !== state)
      .map((one) =>
        one.state === undefined ? (names[one.actor ?? ''] ?? one.actor ?? '') : stateName(one.state),
      )
    return all.length <= most ? all.join(', ') : `${all.slice(0, most).join(', ')} +${all.length - most}`
  }
}
