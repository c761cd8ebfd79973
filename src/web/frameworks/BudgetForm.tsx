import { NumberInput, Text } from '@mantine/core'
import { useState } from 'react'
import type { Criterion } from '#domain/framework'
import type { Weighting } from '#domain/weighting'
import { cellText } from '#report/compose'
import { useWords } from '../language.ts'

interface BudgetProps {
  readonly parts: readonly Criterion[]
  readonly before: Weighting['points']
  /** told with what was said once it is complete, else with null */
  readonly said: (said: Pick<Weighting, 'points'> | null) => void
}

/** One hundred points to share out. */
export function BudgetForm({ parts, before, said }: BudgetProps) {
  const { t, language } = useWords()
  const [points, setPoints] = useState<Readonly<Record<string, number>>>(() =>
    Object.fromEntries((before ?? []).map((one) => [one.code, one.points])),
  )
  const sumOf = (given: Readonly<Record<string, number>>) =>
    parts.reduce((sum, { code }) => sum + (given[code] ?? 0), 0)
  const left = Math.round((100 - sumOf(points)) * 100) / 100
  const change = (code: string, value: number) => {
    const next = { ...points, [code]: value }
    setPoints(next)
    const whole = Math.abs(sumOf(next) - 100) < 1e-6
    said(whole ? { points: parts.map((one) => ({ code: one.code, points: next[one.code] ?? 0 })) } : null)
  }
  return (
    <div>
      <div className="budget">
        {parts.map((one) => (
          <NumberInput
            key={one.code}
            label={(language === 'vi' ? one.titleVi : undefined) ?? one.title}
            min={0}
            max={100}
            step={5}
            decimalScale={2}
            value={points[one.code] ?? ''}
            onChange={(value) => change(one.code, value === '' ? 0 : Number(value))}
          />
        ))}
      </div>
      <Text size="sm" mt="xs" role="status" c={left === 0 ? 'dark' : 'sand.7'}>
        {left === 0
          ? t('frameworks.allGiven')
          : left > 0
            ? t('frameworks.left', { points: cellText(left, language) })
            : t('frameworks.tooMuch', { points: cellText(-left, language) })}
      </Text>
    </div>
  )
}
