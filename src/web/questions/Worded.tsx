import { Text } from '@mantine/core'
import { useWords } from '../language.ts'

/** A text in the language of the page. Where there is only English, that is shown, marked as what it is. */
export function Worded({ en, vi }: { en: string; vi: string | undefined }) {
  const { t, language } = useWords()
  if (language === 'en') return en
  if (vi !== undefined) return vi
  return (
    <>
      <span lang="en">{en}</span>{' '}
      <Text span size="xs" fw={400} ff="text" className="quiet" title={t('questions.onlyEnglishNote')}>
        ({t('questions.onlyEnglish')})
      </Text>
    </>
  )
}
