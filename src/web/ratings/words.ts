import type { Room } from '#api/contract/ratings'
import type { Criterion } from '#domain/framework'
import { useWords } from '../language.ts'

/** How relations, criteria and assessors of a room are called in the language of the page. */
export function useNames(room: Room) {
  const { language } = useWords()
  const inLanguage = (one: { title: string; titleVi?: string | undefined } | undefined, id: string) =>
    (language === 'vi' ? one?.titleVi : undefined) ?? one?.title ?? id
  return {
    relation: (id: string) =>
      inLanguage(
        room.titles.find((one) => one.id === id),
        id,
      ),
    leaf: (code: string) =>
      inLanguage(
        room.criteria.find((one) => one.code === code),
        code,
      ),
    assessor: (id: string) => room.progress.find((one) => one.id === id)?.name ?? id,
  }
}

/** The levels of a criterion with their anchors in the language of the page. */
export function useScale(criterion: Criterion | undefined): readonly { level: number; anchor: string }[] {
  const { language } = useWords()
  return (criterion?.scale ?? []).map(({ level, en, vi }) => ({
    level,
    anchor: (language === 'vi' ? vi : undefined) ?? en,
  }))
}
