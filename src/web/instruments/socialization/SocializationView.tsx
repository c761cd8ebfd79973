import { Alert, Badge, Group, Paper, Stack, Tabs, Text, Title } from '@mantine/core'
import { useMemo } from 'react'
import type { Analysis } from '#domain/analysis'
import { isMissing } from '#domain/missing'
import { socialization, socializationResult } from '#instruments/socialization/instrument'
import { ExhibitView } from '../../components/ExhibitView.tsx'
import { Findings } from '../../components/Findings.tsx'
import { useWords } from '../../language.ts'
import { CampsView } from './CampsView.tsx'
import { StoryView } from './StoryView.tsx'
import { WeighingView } from './WeighingView.tsx'
import { hypothesisWords, intervalWords } from './words.ts'

/** A case told and weighed: verdict first, then the story, the weighing, what was said, and how robust it is. */
export function SocializationView({ analysis }: { analysis: Analysis }) {
  const { t, language } = useWords()
  const result = useMemo(() => socializationResult(analysis.result), [analysis])
  const exhibits = useMemo(() => socialization.exhibits(analysis.result, language), [analysis, language])
  const exhibit = (...ids: readonly string[]) =>
    ids.flatMap((id) => {
      const found = exhibits.find((one) => one.id === id)
      return found === undefined ? [] : [<ExhibitView key={id} exhibit={found} />]
    })
  const convergence = exhibits.map(({ id }) => id).filter((id) => id.startsWith('convergence'))
  return (
    <Stack gap="md">
      <Banner analysis={analysis} />
      <Tabs defaultValue="verdict" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="verdict">{t('case.verdict')}</Tabs.Tab>
          <Tabs.Tab value="story">{t('case.story')}</Tabs.Tab>
          <Tabs.Tab value="weighing">{t('case.weighing')}</Tabs.Tab>
          <Tabs.Tab value="camps">{t('case.camps')}</Tabs.Tab>
          <Tabs.Tab value="words">{t('case.words')}</Tabs.Tab>
          <Tabs.Tab value="institution">{t('case.institution')}</Tabs.Tab>
          <Tabs.Tab value="robustness">{t('case.robustness')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="verdict" pt="md">
          <Findings findings={analysis.findings} />
          {exhibit('mechanisms')}
          <Later analysis={analysis} />
        </Tabs.Panel>
        <Tabs.Panel value="story" pt="md">
          <StoryView result={result} positions={exhibits.find((one) => one.id === 'steps')} />
        </Tabs.Panel>
        <Tabs.Panel value="weighing" pt="md">
          <WeighingView result={result} />
        </Tabs.Panel>
        <Tabs.Panel value="camps" pt="md">
          <CampsView result={result} />
          {exhibit('movers')}
        </Tabs.Panel>
        <Tabs.Panel value="words" pt="md">
          {exhibit('wording', 'conditions')}
          <Markers analysis={analysis} />
        </Tabs.Panel>
        <Tabs.Panel value="institution" pt="md">
          {exhibit('profile', ...convergence, 'rivals')}
          <Scope analysis={analysis} />
        </Tabs.Panel>
        <Tabs.Panel value="robustness" pt="md">
          {result.weighing.warnings.map((warning) => (
            <Alert key={warning} color="sand" variant="light" mb="xs">
              {warning}
            </Alert>
          ))}
          {exhibit('sources', 'tornado', 'path', 'dependence', 'priors', 'next')}
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}

function Banner({ analysis }: { analysis: Analysis }) {
  const { t, language } = useWords()
  const { weighing, verdict } = socializationResult(analysis.result)
  const top = weighing.hypotheses.find((h) => h.id === weighing.leads)
  if (top === undefined) return null
  const acceptance = isMissing(verdict.privateAcceptance) ? 'no' : verdict.privateAcceptance
  return (
    <Paper p="lg" bg="sea.7" c="white">
      <Text size="sm" opacity={0.85}>
        {t('case.bestExplained')}
      </Text>
      <Group justify="space-between" align="baseline">
        <Title order={2} fz={26}>
          {hypothesisWords(top.id, language)}
        </Title>
        <Text className="number" fz="lg" title={top.posterior.uncertainty}>
          {intervalWords(top.posterior, language)}
        </Text>
      </Group>
      <Group gap="xs" mt="xs">
        <Badge color="gray.0" c="dark" tt="none">
          {t(`acceptance.${acceptance}`)}
        </Badge>
        {!isMissing(verdict.author) && (
          <Badge color={verdict.author.agrees ? 'teal.1' : 'orange.2'} c="dark" tt="none">
            {t(verdict.author.agrees ? 'case.agrees' : 'case.differs')}
          </Badge>
        )}
        <Badge color={weighing.single.decided === 'no' ? 'gray.0' : 'orange.2'} c="dark" tt="none">
          {t(`single.${weighing.single.decided}`)}
        </Badge>
        <Badge color="gray.0" c="dark" tt="none">
          {t('case.cluesFrom', { clues: weighing.clues.length, witnesses: weighing.clusters })}
        </Badge>
      </Group>
    </Paper>
  )
}

function Later({ analysis }: { analysis: Analysis }) {
  const { t } = useWords()
  const { later } = socializationResult(analysis.result).verdict
  if (later.length === 0) return null
  return (
    <section aria-label={t('case.later')}>
      <Title order={3} fz="lg">
        {t('case.later')}
      </Title>
      <ul>
        {later.map((one) => (
          <li key={one.text}>
            {one.date === null ? '' : <span className="number">{one.date}: </span>}
            {one.text}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Markers({ analysis }: { analysis: Analysis }) {
  const { t } = useWords()
  const { markers, gaps, surprises } = socializationResult(analysis.result)
  return (
    <>
      {markers.length > 0 && (
        <section aria-label={t('case.markers')}>
          <Title order={3} fz="lg">
            {t('case.markers')}
          </Title>
          <ul>
            {markers.map((m) => (
              <li key={m.marker}>
                “{m.phrase}” ({m.role}): {t('case.lastUsed')} {isMissing(m.lastUse) ? '–' : m.lastUse}
                {m.gone.length > 0 ? `; ${t('case.goneIn')} ${m.gone.join(', ')}` : ''}. {m.reading}.
              </li>
            ))}
          </ul>
        </section>
      )}
      {gaps.length > 0 && (
        <section aria-label={t('case.gaps')}>
          <Title order={3} fz="lg">
            {t('case.gaps')}
          </Title>
          <ul>
            {gaps.map((gap) => (
              <li key={`${gap.private.id} ${gap.public.id}`}>
                {t('record.private')}: {t(`stance.${gap.private.stance}`)} ({gap.private.date}) ·{' '}
                {t('record.public')}: {t(`stance.${gap.public.stance}`)} ({gap.public.date}):{' '}
                {gap.public.issue}
              </li>
            ))}
          </ul>
        </section>
      )}
      {surprises.length > 0 && (
        <section aria-label={t('case.surprises')}>
          <Title order={3} fz="lg">
            {t('case.surprises')}
          </Title>
          <ul>
            {surprises.map((one) => (
              <li key={one.claim}>
                {t(one.expectation ? 'case.expected' : 'case.surprised')} {one.date ?? ''}: {one.claim}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Scope({ analysis }: { analysis: Analysis }) {
  const { t } = useWords()
  const { scope, conflicts, silences, names } = socializationResult(analysis.result)
  return (
    <>
      <Title order={3} fz="lg" mt="md">
        {t('case.scope')}
      </Title>
      <ul>
        {scope.map((one) => (
          <li key={`${one.feature} ${one.value}`}>
            <b>{one.feature}</b>: {one.value}{' '}
            <Badge size="sm" variant="light" tt="none">
              {t(`favours.${one.favours}`)}
            </Badge>
          </li>
        ))}
      </ul>
      {conflicts.length > 0 && (
        <>
          <Title order={3} fz="lg">
            {t('case.conflicts')}
          </Title>
          <ul>
            {conflicts.map((one) => (
              <li key={one.topic}>
                <b>{one.topic}</b>: {one.readings.join(' / ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {silences.length > 0 && (
        <>
          <Title order={3} fz="lg">
            {t('case.silences')}
          </Title>
          <ul>
            {silences.map((one) => (
              <li key={`${one.actor} ${one.date} ${one.issue}`}>
                {names[one.actor] ?? one.actor}, {one.date}, {one.issue}: {one.reading}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
