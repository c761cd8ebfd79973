import type { FlagWords } from '#api/contract/constraints'
import { useWords } from '../language.ts'

/** A sentence with the words that a rule found in it marked, and the field in which it stands. */
export function MarkedWords({ words }: { words: FlagWords }) {
  const { t } = useWords()
  const { field, sentence, sentenceFrom, from, to, pattern } = words
  const [start, end] = [from - sentenceFrom, to - sentenceFrom]
  return (
    <p className="marked">
      <span className="quiet">{t(`constraints.in.${field}`)}:</span> {sentence.slice(0, start)}
      <mark title={t('constraints.pattern', { pattern })}>{sentence.slice(start, end)}</mark>
      {sentence.slice(end)}
    </p>
  )
}
