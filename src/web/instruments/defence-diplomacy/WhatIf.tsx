import { Chip, Group, Paper, SimpleGrid, Text, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Estimate } from '#domain/finding'
import { becauseIn, isMissing, type Missing } from '#domain/missing'
import { diversificationWithout, kindIn, namer, type Result } from '#instruments/defence-diplomacy/instrument'
import { cellText } from '#report/compose'
import { useWords } from '../../language.ts'

const mostPartners = 24

/** What becomes of diversification if some partners stop: computed in the page, by the same code. */
export function WhatIf({ result }: { result: Result }) {
  const { t, language } = useWords()
  const [stopped, setStopped] = useState<string[]>([])
  const now = useMemo(() => diversificationWithout(result, []), [result])
  const then = useMemo(() => diversificationWithout(result, stopped), [result, stopped])
  const name = namer(result, language)
  const offered = result.partners.filter(({ count }) => count > 0).slice(0, mostPartners)
  const lost = [
    ...new Set(
      result.without.filter(({ partner }) => stopped.includes(partner)).flatMap((one) => one.kindsLost),
    ),
  ]
  if (offered.length === 0) return null
  return (
    <Paper withBorder p="md" my="md" component="section" aria-label={t('defence.whatIf')}>
      <Title order={3} fz="lg">
        {t('defence.whatIf')}
      </Title>
      <Text size="sm" className="quiet" mb="xs">
        {t('defence.whatIfNote')}
      </Text>
      <Chip.Group multiple value={stopped} onChange={setStopped}>
        <Group gap={6} mb="sm">
          {offered.map(({ id }) => (
            <Chip key={id} value={id} size="xs">
              {name(id)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <SimpleGrid cols={{ base: 1, xs: 3 }} aria-live="polite">
        <Measured label={t('defence.effective')} now={now.effective} then={then.effective} />
        <Measured label="HHI" now={now.hhi} then={then.hhi} />
        <Measured label="Shannon" now={now.shannon} then={then.shannon} />
      </SimpleGrid>
      <Text size="sm" mt="xs">
        {isMissing(then.effective)
          ? becauseIn(then.effective, language)
          : t('defence.leftOver', { left: then.activities, of: now.activities })}
        {lost.length > 0 &&
          ` ${t('defence.kindsLost', { kinds: lost.map((kind) => kindIn(kind, language).toLowerCase()).join(', ') })}`}
      </Text>
    </Paper>
  )
}

function Measured({
  label,
  now,
  then,
}: {
  label: string
  now: Estimate | Missing
  then: Estimate | Missing
}) {
  const { t, language } = useWords()
  const told = (value: Estimate | Missing) =>
    isMissing(value) ? '–' : cellText({ value: value.value, interval: value.interval }, language)
  return (
    <div>
      <Text size="xs" className="quiet">
        {label}
      </Text>
      <Text fz="lg" className="number">
        {told(then)}
      </Text>
      <Text size="xs" className="quiet">
        {t('defence.now', { value: told(now) })}
      </Text>
    </div>
  )
}
