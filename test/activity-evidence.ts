import type { Activity } from '#domain/activity'

/** An activity of Vietnam with partners (states by their codes), in 2010 unless told otherwise. */
export function activity(id: string, partners: readonly string[], rest: Partial<Activity> = {}): Activity {
  return {
    id,
    kind: 'exercise',
    date: '2010',
    title: id,
    participants: [{ state: 'VNM' }, ...partners.map((state) => ({ state }))],
    restsOn: [{ source: 's' }],
    ...rest,
  }
}
