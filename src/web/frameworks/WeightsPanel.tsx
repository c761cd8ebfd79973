import { Alert, Button, Group, SegmentedControl, Select, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Criterion, Framework } from '#domain/framework'
import { inTreeOrder, partsOf, weighedParts } from '#domain/framework-tree'
import { isMissing, type Missing } from '#domain/missing'
import { type ElicitedWeights, elicitedWeights } from '#instruments/relations-depth/instrument'
import { cellText } from '#report/compose'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { useEvery } from '../every-record.ts'
import { useWords } from '../language.ts'
import type { Draft } from './draft.ts'
import { WeightingForm } from './WeightingForm.tsx'

const top = '(top)'

/** The weights below one criterion: as given, equal, as people shared out points, as people compared pairs. */
export function WeightsPanel({ draft }: { draft: Draft }) {
  const { t, language } = useWords()
  const [place, setPlace] = useState(top)
  const [method, setMethod] = useState<'budget' | 'pairwise'>('budget')
  const weightings = useEvery('weighting')
  const { criteria, id } = draft.base
  const branches = inTreeOrder(criteria).filter(({ code }) => weighedParts(criteria, code).length > 1)
  const parent = place === top ? undefined : place
  const parts = weighedParts(criteria, parent)
  const beside = partsOf(criteria, parent).filter(({ weight }) => weight === 0)
  const name = (one: Criterion) => (language === 'vi' ? one.titleVi : undefined) ?? one.title
  return (
    <Stack gap="md">
      <Text size="sm" className="quiet" maw={760}>
        {t('frameworks.weightsAbout')}
      </Text>
      <Select
        label={t('frameworks.partsOf')}
        allowDeselect={false}
        maw={360}
        data={[
          { value: top, label: t('frameworks.top') },
          ...branches.map((one) => ({ value: one.code, label: name(one) })),
        ]}
        value={place}
        onChange={(value) => setPlace(value ?? top)}
      />
      <Loaded query={weightings}>
        {(all) => {
          const ours = all.filter(({ body }) => body.framework === id && body.parent === parent)
          const bodies = ours.map(({ body }) => body)
          const codes = parts.map(({ code }) => code)
          return (
            <>
              <WeightTable
                draft={draft}
                parts={parts}
                budget={elicitedWeights(codes, 'budget', bodies)}
                pairwise={elicitedWeights(codes, 'pairwise', bodies)}
              />
              {beside.length > 0 && (
                <Text size="sm" className="quiet">
                  {t('frameworks.besideIndex', { names: beside.map(name).join('; ') })}
                </Text>
              )}
              <section aria-label={t('frameworks.ask')}>
                <Title order={2} fz="lg">
                  {t('frameworks.ask')}
                </Title>
                <SegmentedControl
                  my="xs"
                  aria-label={t('frameworks.method')}
                  value={method}
                  onChange={(value) => setMethod(value === 'budget' ? 'budget' : 'pairwise')}
                  data={[
                    { value: 'budget', label: t('frameworks.budget') },
                    { value: 'pairwise', label: t('frameworks.pairwise') },
                  ]}
                />
                <WeightingForm
                  key={`${place} ${method}`}
                  framework={id}
                  parent={parent}
                  parts={parts}
                  method={method}
                  there={ours}
                />
              </section>
            </>
          )
        }}
      </Loaded>
    </Stack>
  )
}

interface WeightTableProps {
  readonly draft: Draft
  readonly parts: readonly Criterion[]
  readonly budget: ElicitedWeights | Missing
  readonly pairwise: ElicitedWeights | Missing
}

function WeightTable({ draft, parts, budget, pairwise }: WeightTableProps) {
  const { t, language } = useWords()
  const total = parts.reduce((sum, { weight }) => sum + weight, 0)
  const share = (value: number) => cellText(value, language)
  const use = (weights: readonly number[]) =>
    draft.edit((framework: Framework) => ({
      ...framework,
      criteria: framework.criteria.map((one) => {
        const at = parts.findIndex(({ code }) => code === one.code)
        const weight = weights[at]
        return weight === undefined ? one : { ...one, weight: Math.round(weight * 1000) / 1000 }
      }),
    }))
  const cell = (said: ElicitedWeights | Missing, at: number) => {
    if (isMissing(said)) return '–'
    const spread = said.spread[at]
    const told = spread === undefined || isMissing(spread) ? '' : ` ± ${share(spread)}`
    return `${share(said.weights[at] ?? 0)}${told}`
  }
  const columns = [
    ['budget', budget],
    ['pairwise', pairwise],
  ] as const
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={t('frameworks.weights')}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('relations.criterion')}</Table.Th>
              <Table.Th>{t('frameworks.given')}</Table.Th>
              <Table.Th>{t('frameworks.equal')}</Table.Th>
              <Table.Th>{t('frameworks.byBudget')}</Table.Th>
              <Table.Th>{t('frameworks.byPairs')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {parts.map((one, at) => (
              <Table.Tr key={one.code}>
                <Table.Td>{(language === 'vi' ? one.titleVi : undefined) ?? one.title}</Table.Td>
                <Table.Td className="number">{total > 0 ? share(one.weight / total) : '–'}</Table.Td>
                <Table.Td className="number">{share(1 / parts.length)}</Table.Td>
                <Table.Td className="number">{cell(budget, at)}</Table.Td>
                <Table.Td className="number">{cell(pairwise, at)}</Table.Td>
              </Table.Tr>
            ))}
            <Table.Tr>
              <Table.Td colSpan={2}>{t('frameworks.intoDraft')}</Table.Td>
              <Table.Td>
                <Button size="compact-xs" variant="default" onClick={() => use(parts.map(() => 1))}>
                  {t('frameworks.useEqual')}
                </Button>
              </Table.Td>
              {columns.map(([method, said]) => (
                <Table.Td key={method}>
                  {!isMissing(said) && (
                    <Button size="compact-xs" variant="default" onClick={() => use(said.weights)}>
                      {t(method === 'budget' ? 'frameworks.useBudget' : 'frameworks.usePairs')}
                    </Button>
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </section>
      <Text size="xs" className="quiet">
        {t('frameworks.spreadNote')}
      </Text>
      {columns.map(
        ([method, said]) => isMissing(said) || <People key={method} said={said} method={method} />,
      )}
    </>
  )
}

/** Who said it, each a link to the record of what was said; contradictions are told. */
function People({ said, method }: { said: ElicitedWeights; method: 'budget' | 'pairwise' }) {
  const { t, language } = useWords()
  const doubtful = said.people.filter(
    ({ consistencyRatio }) => !isMissing(consistencyRatio) && consistencyRatio > 0.1,
  )
  return (
    <div>
      <Group gap="xs">
        <Text size="sm" fw={500}>
          {t(`frameworks.${method}`)}:
        </Text>
        {said.people.map(({ weighting, assessor, consistencyRatio, illustrative }) => (
          <Text size="sm" key={weighting}>
            <PageLink
              to="/records/$kind/$"
              params={{ kind: 'weighting', _splat: weighting }}
              underline="always"
            >
              {assessor}
            </PageLink>
            {isMissing(consistencyRatio)
              ? ''
              : ` (${t('frameworks.ratio', { ratio: cellText(consistencyRatio, language) })})`}
            {illustrative ? ` (${t('plans.illustrative')})` : ''}
          </Text>
        ))}
        {said.outdated > 0 && (
          <Text size="sm" className="quiet">
            {t('frameworks.outdated', { count: said.outdated })}
          </Text>
        )}
      </Group>
      {doubtful.length > 0 && (
        <Alert color="orange" mt="xs">
          {t('frameworks.inconsistent', { who: doubtful.map(({ assessor }) => assessor).join(', ') })}
        </Alert>
      )}
    </div>
  )
}
