import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Criterion, directionOf, type Framework } from '#domain/framework'
import { partsOf, sharesOfWhole } from '#domain/framework-tree'
import { measureOf } from '#domain/measure'
import type { Support } from '#domain/support'
import { cellText } from '#report/compose'
import { call } from '../client.ts'
import { PageLink, RecordLink } from '../components/links.tsx'
import { useWords } from '../language.ts'
import { measuresInVietnamese } from './measures-in-vietnamese.ts'
import { basisOf, percentOf, unitOf } from './reading.ts'

/** One criterion to be read: what it means, what counts, its scale, what it is measured by, where it comes from, what it weighs. */
export function CriterionSheet({ framework, criterion }: { framework: Framework; criterion: Criterion }) {
  const { t, language } = useWords()
  const { definition, definitionVi, evidence, evidenceVi, scale, goalposts, logarithmic } = criterion
  const own = (en: string | undefined, vi: string | undefined) => (language === 'vi' ? (vi ?? en) : en)
  const leaf = partsOf(framework.criteria, criterion.code).length === 0
  const siblings = partsOf(framework.criteria, criterion.parent)
  const total = siblings.reduce((sum, { weight }) => sum + weight, 0)
  const share = sharesOfWhole(framework.criteria).get(criterion.code) ?? 0
  const number = (value: number) => cellText(value, language)
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('frameworks.definition'), own(definition, definitionVi)],
    [t('frameworks.evidence'), own(evidence, evidenceVi)],
    [
      t('frameworks.weight'),
      t('frameworks.weighs', {
        weight: number(criterion.weight),
        total: number(total),
        share: percentOf(share, language),
      }),
    ],
    ...(leaf
      ? ([
          [t('frameworks.readFrom'), t(`frameworks.basis.${basisOf(criterion)}`)],
          [
            t('frameworks.unit'),
            unitOf(criterion, language) ??
              t(
                criterion.fromRecords === undefined
                  ? 'frameworks.levels'
                  : `frameworks.counted.${criterion.fromRecords}`,
                {
                  count: scale?.length ?? 0,
                },
              ),
          ],
          [t('frameworks.direction'), t(`frameworks.directions.${directionOf(criterion)}`)],
          [
            t('frameworks.goalposts'),
            goalposts &&
              `${t('frameworks.fromTo', { zero: number(goalposts[0]), one: number(goalposts[1]) })}${logarithmic === true ? ` ${t('frameworks.inLogarithms')}` : ''}`,
          ],
          [t('frameworks.measure'), criterion.measure && <MeasureFacts id={criterion.measure} />],
        ] as const)
      : []),
    [t('frameworks.source'), <Sources key="sources" supports={criterion.restsOn ?? []} />],
  ]
  return (
    <>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== undefined && value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {scale !== undefined && <Scale scale={scale} />}
    </>
  )
}

function MeasureFacts({ id }: { id: string }) {
  const { t, language } = useWords()
  const measure = measureOf(id)
  if (measure === undefined) return t('frameworks.ownMeasure', { id })
  return (
    <>
      {measure.title[language]}
      <Text size="sm" className="quiet">
        {(language === 'vi' ? measuresInVietnamese[id]?.formula : undefined) ?? measure.formula}
      </Text>
      <Text size="sm">
        {t('frameworks.datasets')}{' '}
        {measure.datasets.map((dataset, at) => (
          <span key={dataset}>
            {at === 0 ? '' : ', '}
            <PageLink to="/data/$id" params={{ id: dataset }} underline="always">
              {dataset}
            </PageLink>
          </span>
        ))}
        {'. '}
        {t(measure.directed ? 'frameworks.directed' : 'frameworks.undirected')}
      </Text>
    </>
  )
}

/** Where a criterion is named: a link to the passage, to the place in the text if it was imported, else to the source. */
function Sources({ supports }: { supports: readonly Support[] }) {
  const { t } = useWords()
  const documents = useQuery({
    queryKey: ['records', 'document'],
    queryFn: () => call('listRecords', { params: { kind: 'document' }, query: { limit: 1000 } }),
  })
  if (supports.length === 0) return t('frameworks.noSource')
  return supports.map(({ source, locator, passage }, at) => {
    const text = documents.data?.records.find(({ body }) => body['source'] === source)?.id
    const label = locator === undefined ? source : `${source}, ${locator}`
    return (
      <span key={`${source} ${locator} ${passage}`}>
        {at === 0 ? '' : '; '}
        {passage !== undefined ? (
          <RecordLink kind="passage" id={passage}>
            {label}
          </RecordLink>
        ) : text !== undefined ? (
          <PageLink to="/documents/$" params={{ _splat: text }} hash={locator ?? ''}>
            {label}
          </PageLink>
        ) : (
          <RecordLink kind="source" id={source} place={locator ?? ''}>
            {label}
          </RecordLink>
        )}
      </span>
    )
  })
}

function Scale({ scale }: { scale: Exclude<Criterion['scale'], undefined> }) {
  const { t } = useWords()
  return (
    <Table mt="sm" verticalSpacing={5} aria-label={t('frameworks.scale')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={60}>{t('frameworks.level')}</Table.Th>
          <Table.Th>English</Table.Th>
          <Table.Th>Tiếng Việt</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {scale.map(({ level, en, vi }) => (
          <Table.Tr key={level}>
            <Table.Td className="number">{level}</Table.Td>
            <Table.Td lang="en">{en}</Table.Td>
            <Table.Td lang="vi">{vi ?? '–'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
