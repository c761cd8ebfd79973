import { type KeyboardEvent, useRef, useState } from 'react'
import type { Framework } from '#domain/framework'
import { inTreeOrder, partsOf, sharesOfWhole } from '#domain/framework-tree'
import { useWords } from '../language.ts'
import type { Fault } from './draft.ts'
import { basisOf, percentOf } from './reading.ts'

interface TreeProps {
  readonly framework: Framework
  readonly chosen: string | undefined
  readonly faults: readonly Fault[]
  /** `opened` is true if the reader asked to go there, by Enter or a click */
  readonly choose: (code: string, opened: boolean) => void
}

/** The criteria as an indented tree, by mouse or keyboard: arrows move, left folds, right unfolds, Enter goes to the criterion. */
export function FrameworkTree({ framework, chosen, faults, choose }: TreeProps) {
  const { t, language } = useWords()
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const place = useRef<HTMLDivElement>(null)
  const { criteria } = framework
  const shares = sharesOfWhole(criteria)
  const shown = inTreeOrder(criteria).filter((one) => {
    for (let above = one.parent; above !== undefined; above = parentOf(above))
      if (folded.has(above)) return false
    return true
  })
  const current = shown.find(({ code }) => code === chosen) ?? shown[0]

  function parentOf(code: string): string | undefined {
    return criteria.find((one) => one.code === code)?.parent
  }
  function depthOf(code: string): number {
    const above = parentOf(code)
    return above === undefined ? 1 : 1 + depthOf(above)
  }
  const fold = (code: string, shut: boolean) => {
    const next = new Set(folded)
    if (shut) next.add(code)
    else next.delete(code)
    setFolded(next)
  }
  const go = (code: string | undefined) => {
    if (code === undefined) return
    choose(code, false)
    place.current?.querySelector<HTMLElement>(`[data-code="${CSS.escape(code)}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (current === undefined) return
    const at = shown.indexOf(current)
    const parts = partsOf(criteria, current.code)
    const open = parts.length > 0 && !folded.has(current.code)
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(shown[at + 1]?.code),
      ArrowUp: () => go(shown[at - 1]?.code),
      Home: () => go(shown[0]?.code),
      End: () => go(shown.at(-1)?.code),
      ArrowRight: () => (open ? go(parts[0]?.code) : fold(current.code, false)),
      ArrowLeft: () => (open ? fold(current.code, true) : go(current.parent)),
      Enter: () => choose(current.code, true),
      ' ': () => choose(current.code, true),
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    step()
  }

  return (
    <div ref={place} role="tree" aria-label={t('frameworks.tree')} className="tree" onKeyDown={onKeyDown}>
      {shown.map((one) => {
        const siblings = partsOf(criteria, one.parent)
        const branch = partsOf(criteria, one.code).length > 0
        const share = shares.get(one.code) ?? 0
        const wrong = faults.filter(({ code }) => code === one.code).length
        const level = depthOf(one.code)
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it listens to the keys
          <div
            key={one.code}
            role="treeitem"
            data-code={one.code}
            aria-level={level}
            aria-setsize={siblings.length}
            aria-posinset={siblings.indexOf(one) + 1}
            aria-selected={one.code === chosen}
            {...(branch ? { 'aria-expanded': !folded.has(one.code) } : {})}
            tabIndex={one === current ? 0 : -1}
            className={branch ? 'tree-row branch' : 'tree-row'}
            style={{ paddingLeft: `${(level - 1) * 1.1}rem` }}
            onClick={() => choose(one.code, true)}
          >
            <button
              type="button"
              tabIndex={-1}
              aria-hidden="true"
              className="tree-fold"
              onClick={(event) => {
                event.stopPropagation()
                fold(one.code, !folded.has(one.code))
              }}
            >
              {branch ? (folded.has(one.code) ? '▸' : '▾') : ''}
            </button>
            <span className="tree-title">
              {(language === 'vi' ? one.titleVi : undefined) ?? one.title}
              {!branch && <span className="quiet tree-basis">{t(`frameworks.basis.${basisOf(one)}`)}</span>}
              {wrong > 0 && (
                <span className="tree-fault">{t('frameworks.faultCount', { count: wrong })}</span>
              )}
            </span>
            <span className="number tree-share">
              {t('frameworks.percent', { share: percentOf(share, language) })}
            </span>
            <span className="tree-bar" aria-hidden="true">
              <span style={{ width: `${share * 100}%` }} />
            </span>
          </div>
        )
      })}
    </div>
  )
}
