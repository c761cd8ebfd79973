import type { Institution } from '#domain/institution'
import type { Entry, Partner, SettingLine } from './model.ts'
import { words } from './words.data.ts'

/** Multilateral activities by the institution in which they are held, or by their series where none is told. */
export function settingLines(
  ledger: readonly Entry[],
  institutions: readonly Institution[],
  partners: readonly Partner[],
): readonly SettingLine[] {
  const placed = ledger.flatMap((entry, at) =>
    entry.multilateral || entry.setting !== null ? [{ entry, at }] : [],
  )
  const named = new Map(institutions.map((one) => [one.id, one]))
  const major = new Set(partners.filter((one) => one.major).map(({ id }) => id))
  return [...Map.groupBy(placed, ({ entry }) => settingOf(entry))]
    .map(([id, its]): SettingLine => {
      const members = [...new Set(its.flatMap(({ entry }) => entry.partners))].toSorted()
      const years = its.flatMap(({ entry }) => entry.year ?? [])
      const institution = named.get(id)
      const title = institution?.name ?? its[0]?.entry.title ?? id
      return {
        id,
        title: id === noSetting ? words.noSetting.en : title,
        titleVi:
          id === noSetting ? words.noSetting.vi : (institution?.nameVi ?? its[0]?.entry.titleVi ?? title),
        activities: its.length,
        members,
        majors: members.filter((one) => major.has(one)),
        firstYear: years.length === 0 ? null : Math.min(...years),
        lastYear: years.length === 0 ? null : Math.max(...years),
        entries: its.map(({ at }) => at),
      }
    })
    .toSorted((a, b) => b.activities - a.activities || (a.id < b.id ? -1 : 1))
}

/** Where neither institution nor series is told. */
export const noSetting = 'none'

function settingOf({ setting, series }: Entry): string {
  return setting ?? (series === null ? noSetting : `series/${series}`)
}
