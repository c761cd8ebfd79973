import { Alert, Button, Group, Stack, Switch, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Relation } from '#domain/relation'
import { Loaded, ProblemNote } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { useWords } from '../language.ts'
import { type Baseline, useBaseline, useJudging } from './baseline.ts'

interface WithBaselineProps {
  readonly relation: Relation
  readonly framework: string
  readonly children: (baseline: Baseline) => ReactNode
}

/** What needs to know where the relation stands now: the analysis it starts from is named, and can be run again. */
export function WithBaseline({ relation, framework, children }: WithBaselineProps) {
  const { t, language } = useWords()
  const baseline = useBaseline(relation, framework)
  const judging = useJudging(relation, framework)
  const [illustrative, setIllustrative] = useState(false)
  const judge = (label: string) => (
    <Group gap="md">
      <Button
        size="compact-sm"
        variant="default"
        loading={judging.isPending}
        onClick={() => judging.mutate(illustrative ? 'all' : 'real')}
      >
        {label}
      </Button>
      <Switch
        size="sm"
        label={t('plans.countIllustrative')}
        checked={illustrative}
        onChange={(event) => setIllustrative(event.currentTarget.checked)}
      />
    </Group>
  )
  return (
    <Loaded query={baseline}>
      {(found) =>
        found === null ? (
          <Alert>
            <Stack gap="xs">
              {t('plans.noBaseline', { framework })}
              {judge(t('plans.judge'))}
              {judging.isError && <ProblemNote cause={judging.error} />}
            </Stack>
          </Alert>
        ) : (
          <Stack gap="md">
            <div>
              <Text size="sm">
                {t('plans.baselineAbout', {
                  at: new Date(found.at).toLocaleString(language),
                  year: found.result.year,
                })}{' '}
                {found.request.ratings === 'all' && `${t('plans.withIllustrative')} `}
                <PageLink to="/analyses/$id" params={{ id: found.analysis.id }} underline="always">
                  {t('plans.openBaseline')}
                </PageLink>
              </Text>
              {found.versions.pinned !== found.versions.current && (
                <Alert color="orange" my="xs">
                  {t('plans.frameworkChanged', { ...found.versions })}
                </Alert>
              )}
              {judge(t('plans.judgeAgain'))}
              {judging.isError && <ProblemNote cause={judging.error} />}
            </div>
            {children(found)}
          </Stack>
        )
      }
    </Loaded>
  )
}
