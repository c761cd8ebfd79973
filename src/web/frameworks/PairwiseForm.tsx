import { Alert, Button, Group, Slider, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Language } from '#domain/exhibit'
import type { Criterion } from '#domain/framework'
import type { Weighting } from '#domain/weighting'
import { comparisonMatrix } from '#instruments/relations-depth/instrument'
import { pairwiseWeights } from '#numeric/pairwise-weights'
import { cellText } from '#report/compose'
import { useWords } from '../language.ts'

type Comparisons = Exclude<Weighting['comparisons'], undefined>

interface PairwiseProps {
  readonly parts: readonly Criterion[]
  readonly before: Weighting['comparisons']
  /** told with what was said once it is complete, else with null */
  readonly said: (said: Pick<Weighting, 'comparisons'> | null) => void
}

const most = 9
const marks = [-8, -6, -4, -2, 0, 2, 4, 6, 8].map((value) => ({ value, label: String(Math.abs(value) + 1) }))

/** Every pair compared on Saaty's scale of 1 to 9; the weights and their consistency follow at once. */
export function PairwiseForm({ parts, before, said }: PairwiseProps) {
  const { t, language } = useWords()
  const [given, setGiven] = useState<Comparisons>(before ?? [])
  const pairs = parts.flatMap((a, at) => parts.slice(at + 1).map((b) => [a, b] as const))
  const name = (one: Criterion) => nameIn(one, language)
  const judge = (a: Criterion, b: Criterion, value: number) => {
    const [more, less] = value > 0 ? [b, a] : [a, b]
    const others = given.filter((one) => !isOf(one, a, b))
    const next = [...others, { more: more.code, less: less.code, times: Math.abs(value) + 1 }]
    setGiven(next)
    said(next.length === pairs.length ? { comparisons: next } : null)
  }
  const inWords = (a: Criterion, b: Criterion, value: number) =>
    value === 0
      ? t('frameworks.asMuch', { a: name(a), b: name(b) })
      : t('frameworks.times', {
          more: name(value > 0 ? b : a),
          less: name(value > 0 ? a : b),
          times: Math.abs(value) + 1,
        })
  return (
    <Stack gap="lg">
      <Text size="sm" className="quiet">
        {t('frameworks.saaty')}
      </Text>
      {pairs.map(([a, b]) => {
        const judged = given.find((one) => isOf(one, a, b))
        const value = judged === undefined ? 0 : judged.more === a.code ? 1 - judged.times : judged.times - 1
        return (
          <div key={`${a.code} ${b.code}`} className="pair">
            <Group justify="space-between" wrap="nowrap" gap="md">
              <Text size="sm">{name(a)}</Text>
              <Text size="sm" ta="right">
                {name(b)}
              </Text>
            </Group>
            <Slider
              min={1 - most}
              max={most - 1}
              step={1}
              marks={marks}
              label={null}
              startPointValue={0}
              styles={{ markLabel: { color: 'var(--quiet)' } }}
              color={judged === undefined ? 'gray' : 'sea'}
              value={value}
              onChange={(next) => judge(a, b, next)}
              thumbLabel={t('frameworks.compare', { a: name(a), b: name(b) })}
              thumbValueText={() => (judged === undefined ? t('frameworks.notJudged') : inWords(a, b, value))}
              mb={26}
            />
            <Group gap="xs">
              <Text size="sm" className="quiet">
                {judged === undefined ? t('frameworks.notJudged') : inWords(a, b, value)}
              </Text>
              {judged === undefined && (
                <Button size="compact-xs" variant="default" onClick={() => judge(a, b, 0)}>
                  {t('frameworks.equally')}
                </Button>
              )}
            </Group>
          </div>
        )
      })}
      {given.length === pairs.length ? (
        <Consistency parts={parts} given={given} />
      ) : (
        <Text size="sm" role="status">
          {t('frameworks.judgedOf', { judged: given.length, of: pairs.length })}
        </Text>
      )}
    </Stack>
  )
}

/** The weights that follow, how far the comparisons contradict one another, and where to look again. */
function Consistency({
  parts: all,
  given: comparisons,
}: {
  parts: readonly Criterion[]
  given: Comparisons
}) {
  const { t, language } = useWords()
  const codes = all.map(({ code }) => code)
  const { weights, consistencyRatio } = pairwiseWeights(comparisonMatrix(codes, comparisons), codes.length)
  const worst = furthest(codes, weights, comparisons)
  const [more, less] = [worst?.more, worst?.less].map((code) => all.find((one) => one.code === code))
  return (
    <div role="status">
      <Text size="sm">
        {t('frameworks.weightsSay', {
          weights: all
            .map((one, at) => `${nameIn(one, language)} ${cellText(weights[at] ?? 0, language)}`)
            .join('; '),
        })}
      </Text>
      <Text size="sm">{t('frameworks.ratio', { ratio: cellText(consistencyRatio, language) })}</Text>
      {consistencyRatio > 0.1 && (
        <Alert color="orange" mt="xs">
          {t('frameworks.contradict')}{' '}
          {more !== undefined &&
            less !== undefined &&
            t('frameworks.lookAgain', { a: nameIn(more, language), b: nameIn(less, language) })}
        </Alert>
      )}
    </div>
  )
}

function nameIn(one: Criterion, language: Language): string {
  return (language === 'vi' ? one.titleVi : undefined) ?? one.title
}

function isOf({ more, less }: Comparisons[number], a: Criterion, b: Criterion): boolean {
  return (more === a.code && less === b.code) || (more === b.code && less === a.code)
}

/** The comparison that lies furthest from the weights that follow from all of them. */
function furthest(
  codes: readonly string[],
  weights: Float64Array,
  comparisons: Comparisons,
): Comparisons[number] | undefined {
  const weight = (code: string) => weights[codes.indexOf(code)] ?? 1
  const off = ({ more, less, times }: Comparisons[number]) =>
    Math.abs(Math.log((times * weight(less)) / weight(more)))
  return comparisons.toSorted((a, b) => off(b) - off(a))[0]
}
