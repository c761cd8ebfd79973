import { mediationResult } from '#instruments/mediation/instrument'
import { useWords } from '../language.ts'
import { useAnalysis } from '../queries.ts'
import { shareWords } from './level-words.ts'

/** The role that came first in an analysis, and in what share of the draws; or why none did. */
export function NewestRole({ id }: { id: string }) {
  const { t, language } = useWords()
  const { data } = useAnalysis(id)
  if (data === undefined) return null
  const result = mediationResult(data.result)
  const top = result.roles.find(({ rank }) => rank === 1)
  return (
    <>
      {result.mediatorName[language]}:{' '}
      {top === undefined ? t(result.isParty ? 'mediation.isParty' : 'mediation.noRole') : top.title[language]}
      {top !== undefined && (
        <span className="quiet">
          {' '}
          {top.status === 'unknown'
            ? t('mediation.tooLittleShort')
            : t('mediation.firstIn', { share: shareWords(top.first, language) })}
        </span>
      )}
    </>
  )
}
