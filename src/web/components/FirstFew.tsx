import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useWords } from '../language.ts'

interface FirstFewProps<Item> {
  readonly items: readonly Item[]
  /** how many are shown at first */
  readonly few: number
  /** how many a click adds */
  readonly step: number
  readonly children: (shown: readonly Item[]) => ReactNode
}

/** The first of a long list, and more on request, so that a page stays quick and can be read to its end. */
export function FirstFew<Item>({ items, few, step, children }: FirstFewProps<Item>) {
  const { t } = useWords()
  const [most, setMost] = useState(few)
  return (
    <>
      {children(items.slice(0, most))}
      {most < items.length && (
        <div>
          <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setMost(most + step)}>
            {t('exhibit.more', { count: items.length - most })}
          </Button>
        </div>
      )}
    </>
  )
}
