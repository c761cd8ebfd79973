import { Button, Group, Paper, SimpleGrid, Slider, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Analysis } from '#domain/analysis'
import { Framework } from '#domain/framework'
import { relationsDepthRequest, relationsDepthResult, reweigh } from '#instruments/relations-depth/instrument'
import { cellText } from '#report/compose'
import { call } from '../../client.ts'
import { IntervalBar } from '../../components/IntervalBar.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { PageLink } from '../../components/links.tsx'
import { useWords } from '../../language.ts'

/** What if the weights were others: sliders move all partners at once. */
export function WeightsView({ analysis }: { analysis: Analysis }) {
  const { framework } = relationsDepthResult(analysis.result)
  const record = useQuery({
    queryKey: ['record', 'framework', framework.id],
    queryFn: () => call('readRecord', { params: { kind: 'framework', id: framework.id } }),
  })
  return (
    <Loaded query={record}>
      {({ body }) => <Weights analysis={analysis} framework={Framework.parse(body)} />}
    </Loaded>
  )
}

function Weights({ analysis, framework }: { analysis: Analysis; framework: Framework }) {
  const { t, language } = useWords()
  const [weights, setWeights] = useState<Readonly<Record<string, number>>>({})
  const result = useMemo(() => relationsDepthResult(analysis.result), [analysis])
  const request = useMemo(() => relationsDepthRequest(analysis), [analysis])
  const partners = useMemo(
    () => reweigh(result, framework, request, weights),
    [result, framework, request, weights],
  )
  const branches = framework.criteria.filter(({ code }) =>
    framework.criteria.some(({ parent }) => parent === code),
  )
  const name = (one: { readonly title: string; readonly titleVi?: string | undefined }) =>
    (language === 'vi' ? one.titleVi : undefined) ?? one.title
  return (
    <Paper withBorder p="md" my="md" component="section" aria-label={t('relations.whatIf')}>
      <Group justify="space-between">
        <Title order={3} fz="lg">
          {t('relations.whatIf')}
        </Title>
        <Group gap="sm">
          <PageLink to="/frameworks/$" params={{ _splat: framework.id }}>
            {t('relations.editFramework')}
          </PageLink>
          <Button size="compact-sm" variant="default" onClick={() => setWeights({})}>
            {t('whatIf.reset')}
          </Button>
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" mt="sm">
        <div>
          {branches.map((one) => {
            const value = weights[one.code] ?? request.weights[one.code] ?? one.weight
            return (
              <div key={one.code} style={{ marginBottom: 14, marginLeft: one.parent === undefined ? 0 : 18 }}>
                <Text size="sm">
                  {name(one)} <span className="number quiet">{cellText(value, language)}</span>
                </Text>
                <Slider
                  thumbLabel={name(one)}
                  min={0}
                  max={4}
                  step={0.1}
                  value={value}
                  onChange={(weight) => setWeights({ ...weights, [one.code]: weight })}
                />
              </div>
            )
          })}
        </div>
        <div>
          {partners.map((one) => (
            <div key={one.relation} style={{ marginBottom: 8 }}>
              <Group justify="space-between" gap="xs">
                <Text size="sm" fw={one.relation === result.standings[0]?.relation ? 700 : 400}>
                  {name(one)}
                </Text>
                <Text size="sm" className="number">
                  {one.after === null ? '–' : cellText(one.after, language)}
                </Text>
              </Group>
              <IntervalBar
                value={one.after?.value ?? null}
                interval={one.after?.interval ?? null}
                before={one.before}
                leads={one.relation === result.standings[0]?.relation}
              />
            </div>
          ))}
          <Text size="xs" className="quiet">
            {t('relations.whatIfNote')}
          </Text>
        </div>
      </SimpleGrid>
    </Paper>
  )
}
