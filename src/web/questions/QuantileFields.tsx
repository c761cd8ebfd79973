import { Group, Stack, Text, TextInput } from '@mantine/core'
import type { Question } from '#domain/question'
import { densityOf } from './history.ts'
import { useQuestionWords } from './words.ts'

export const askedShares = [0.05, 0.25, 0.5, 0.75, 0.95] as const

interface Props {
  readonly question: Question
  readonly values: readonly string[]
  readonly change: (values: readonly string[]) => void
}

const day = 86_400_000

/** What is typed as numbers, or dates as days since 1970; undefined if one is missing. */
export function quantilesFrom(question: Question, values: readonly string[]) {
  const quantiles = askedShares.map((share, at) => {
    const text = (values[at] ?? '').trim()
    const value =
      text === '' ? Number.NaN : question.kind === 'date' ? Math.floor(Date.parse(text) / day) : Number(text)
    return { share, value }
  })
  return quantiles.some(({ value }) => Number.isNaN(value)) ? undefined : quantiles
}

/** Five quantiles of a number or a date, with a small picture of the density that they make. */
export function QuantileFields({ question, values, change }: Props) {
  const { t, percent } = useQuestionWords()
  const quantiles = quantilesFrom(question, values)
  return (
    <Stack gap="xs">
      <Text size="sm" className="quiet" maw={640}>
        {t(question.kind === 'date' ? 'questions.quantilesDateNote' : 'questions.quantilesNote')}
      </Text>
      <Group gap="sm" align="flex-end">
        {askedShares.map((share, at) => (
          <TextInput
            key={share}
            w={question.kind === 'date' ? 160 : 110}
            type={question.kind === 'date' ? 'date' : 'text'}
            inputMode={question.kind === 'date' ? undefined : 'decimal'}
            label={t('questions.belowWith', { share: percent(share) })}
            value={values[at] ?? ''}
            onChange={(event) =>
              change(askedShares.map((_, of) => (of === at ? event.currentTarget.value : (values[of] ?? ''))))
            }
          />
        ))}
      </Group>
      {quantiles !== undefined && <Density quantiles={quantiles} label={t('questions.density')} />}
    </Stack>
  )
}

const [width, height] = [320, 70]

function Density({
  quantiles,
  label,
}: {
  quantiles: readonly { share: number; value: number }[]
  label: string
}) {
  const steps = densityOf([...quantiles])
  const [first, last] = [steps[0], steps.at(-1)]
  if (first === undefined || last === undefined) return null
  const most = Math.max(...steps.map(({ density }) => density))
  const x = (value: number) => ((value - first.from) / (last.to - first.from)) * width
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height + 1}`}
      width={width}
      style={{ maxWidth: '100%' }}
    >
      {steps.map(({ from, to, density }) => (
        <rect
          key={from}
          x={x(from)}
          width={Math.max(0, x(to) - x(from) - 1)}
          y={height - (density / most) * height}
          height={(density / most) * height}
          fill="var(--mantine-color-sea-5)"
        />
      ))}
      <line x1={0} x2={width} y1={height} y2={height} stroke="currentColor" strokeWidth={1} />
    </svg>
  )
}
