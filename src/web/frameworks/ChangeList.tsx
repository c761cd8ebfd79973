import { Text } from '@mantine/core'
import type { Framework } from '#domain/framework'
import type { FrameworkChange } from '#domain/framework-changes'
import { cellText } from '#report/compose'
import { useWords } from '../language.ts'

interface ChangeListProps {
  readonly changes: readonly FrameworkChange[]
  readonly before: Framework
  readonly after: Framework
}

/** What differs between two versions of a framework, in words. */
export function ChangeList({ changes, before, after }: ChangeListProps) {
  const { t, language } = useWords()
  const titles = new Map([...before.criteria, ...after.criteria].map((one) => [one.code, one]))
  const name = (code: string | null) => {
    const found = code === null ? undefined : titles.get(code)
    if (found === undefined) return code ?? t('frameworks.top')
    return (language === 'vi' ? found.titleVi : undefined) ?? found.title
  }
  const value = (text: string | null) => (text === null ? t('frameworks.nothing') : `“${text}”`)
  const words = (change: FrameworkChange): string => {
    switch (change.what) {
      case 'added':
      case 'removed':
        return t(`frameworks.change.${change.what}`, { name: name(change.code), above: name(change.above) })
      case 'moved':
        return t('frameworks.change.moved', {
          name: name(change.code),
          from: name(change.from),
          to: name(change.to),
        })
      case 'reweighted':
        return t('frameworks.change.reweighted', {
          name: name(change.code),
          from: cellText(change.from, language),
          to: Number.isNaN(change.to) ? '?' : cellText(change.to, language),
        })
      case 'changed':
        return t('frameworks.change.changed', {
          name: name(change.code),
          field:
            change.level === null
              ? t(`frameworks.fields.${change.field}`)
              : t('frameworks.levelNamed', { level: change.level }),
          from: value(change.from),
          to: value(change.to),
        })
      case 'reordered':
        return t('frameworks.change.reordered', { above: name(change.above) })
      case 'renamed':
        return t('frameworks.change.renamed', {
          field: t(`frameworks.fields.${change.field}`),
          from: value(change.from),
          to: value(change.to),
        })
    }
  }
  if (changes.length === 0) return <Text size="sm">{t('frameworks.noChange')}</Text>
  return (
    <ul className="plain">
      {changes.map((change) => {
        const text = words(change)
        return <li key={text}>{text}</li>
      })}
    </ul>
  )
}
