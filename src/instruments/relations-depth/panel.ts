import type { Watch } from '#domain/instrument'
import { isMissing, type Missing } from '#domain/missing'
import { absent } from './absent.ts'
import { type CellRating, cellOf, type Latent, latentLevels } from './latent.ts'
import type { Input } from './model.ts'
import { ratingsThatCount } from './ratings-that-count.ts'
import type { Tree } from './tree.ts'

/** What the panel of a year gives: levels behind the ratings, for scales of each length, or why they are not used. */
export interface PanelYear {
  readonly cells: Latent['cells']
  readonly scales: readonly { readonly levels: number; readonly latent: Latent | Missing }[]
}

/** The panel as it judged up to a year. */
export type Panel = (year: number) => PanelYear

/**
 * Fits the measurement model once for each set of ratings that count, so that years between two rounds share one fit. With the
 * request asking for means, or where the model cannot be fitted, there are no cells and ratings count by their mean.
 */
export function panelOf(
  { request, dossiers, rounds }: Input,
  tree: Tree,
  watch: Pick<Watch, 'progress'> = { progress: () => {} },
): Panel {
  const scales = new Map(
    tree.criteria.flatMap(({ code, scale }) => (scale === undefined ? [] : [[code, scale.length] as const])),
  )
  const fitted = new Map<string, PanelYear>()
  const byYear = new Map<number, PanelYear>()
  return (year) => {
    const before = byYear.get(year)
    if (before !== undefined) return before
    const found = judge(year)
    byYear.set(year, found)
    return found
  }

  function judge(year: number): PanelYear {
    const entries = dossiers.flatMap(({ relation, ratings }) =>
      [...scales.keys()].flatMap((leaf) =>
        ratingsThatCount(
          ratings.filter((rating) => rating.leaf === leaf),
          rounds,
          year,
          request,
        ).map((rating): CellRating => ({ cell: cellOf(relation.id, leaf), rating })),
      ),
    )
    const key = entries.map(({ rating }) => rating.id).join(' ')
    const known = fitted.get(key)
    if (known !== undefined) return known
    const lengths = [...new Set(entries.map(({ rating }) => scales.get(rating.leaf) ?? 0))].toSorted()
    const all = lengths.map((levels) => ({
      levels,
      latent:
        request.raterModel === 'mean'
          ? absent('not-applicable', 'meansAsked')
          : latentLevels(
              entries.filter(({ rating }) => scales.get(rating.leaf) === levels),
              levels,
              request.seed,
              (done, of) => watch.progress(done, of, 'chains'),
            ),
    }))
    const fresh = {
      scales: all,
      cells: new Map(all.flatMap(({ latent }) => (isMissing(latent) ? [] : [...latent.cells]))),
    }
    fitted.set(key, fresh)
    return fresh
  }
}
