import type { MechanismTable } from '#api/contract/mechanisms'
import { useWords } from '../language.ts'

/** How actors and mechanisms are called in the language of the page. */
export function useNames({ actors, mechanisms }: Pick<MechanismTable, 'actors' | 'mechanisms'>) {
  const { language } = useWords()
  const names = (list: readonly { id: string; name: string; nameVi?: string | undefined }[]) =>
    new Map(list.map((one) => [one.id, (language === 'vi' ? one.nameVi : undefined) ?? one.name]))
  const [ofActor, ofMechanism] = [names(actors), names(mechanisms)]
  return {
    code: (id: string) => actors.find((one) => one.id === id)?.code ?? '',
    actor: (id: string) => ofActor.get(id) ?? id,
    mechanism: (id: string) => ofMechanism.get(id) ?? id,
  }
}
