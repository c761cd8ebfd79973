import { useQuery } from '@tanstack/react-query'
import { call } from '../client.ts'

/** Imported datasets that tell of events, the one that reaches furthest first. */
export function useEventDatasets() {
  return useQuery({
    queryKey: ['datasets', 'events'],
    queryFn: async () => {
      const { datasets } = await call('listDatasets')
      return datasets
        .flatMap(({ id, title, versions }) => {
          const events = versions
            .find(({ current }) => current)
            ?.tables.find((table) => table.name === 'events' && table.years.length > 0)
          const until = events?.years.at(-1)?.year
          return until === undefined ? [] : [{ value: id, label: `${id}: ${title}`, until }]
        })
        .toSorted((a, b) => b.until - a.until)
    },
  })
}
