import type { CommitmentEntry, CommitmentList } from '#api/contract/commitments'
import { useWords } from '../language.ts'

/** How what commitments point at is called in the language of the page. */
export function useNames({ names }: Pick<CommitmentList, 'names'>) {
  const { language } = useWords()
  const known = new Map(
    names.map((one) => [one.id, (language === 'vi' ? one.nameVi : undefined) ?? one.name]),
  )
  const named = (kind: string) => (id: string) => known.get(`${kind} ${id}`) ?? id
  return { actor: named('actor'), institution: named('institution'), relation: named('relation') }
}

/** The text of a commitment in the language of the page, as far as it is recorded in it. */
export function useText() {
  const { language } = useWords()
  return ({ commitment: { text, textVi } }: Pick<CommitmentEntry, 'commitment'>) =>
    (language === 'vi' ? textVi : undefined) ?? text
}

/** The time zone of the one who looks: in it days end. */
export const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
