import { Badge, Table } from '@mantine/core'
import { isMissing } from '#domain/missing'
import type { relationsDepthResult } from '#instruments/relations-depth/instrument'
import { cellText } from '#report/compose'
import { EvidenceLinks } from '../../components/EvidenceLinks.tsx'
import { IntervalBar } from '../../components/IntervalBar.tsx'
import { PageLink } from '../../components/links.tsx'
import { useWords } from '../../language.ts'

type Result = ReturnType<typeof relationsDepthResult>

/** All partners by depth, each with its interval, its rank, what is known, and its declared tier. */
export function LeagueTable({ result }: { result: Result }) {
  const { t, language } = useWords()
  const order = result.standings.toSorted((a, b) => depthOf(b.depth) - depthOf(a.depth))
  const titled = new Map(result.titled.map(({ relation, reading }) => [relation, reading]))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by keyboard
    <section className="scroll" tabIndex={0} aria-label={t('relations.league')}>
      <Table verticalSpacing={8} miw={680}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('relations.partner')}</Table.Th>
            <Table.Th w="28%">
              <span className="quiet">0</span> {t('relations.depthAxis')} <span className="quiet">1</span>
            </Table.Th>
            <Table.Th>{t('relations.depth')}</Table.Th>
            <Table.Th>{t('relations.rankHead')}</Table.Th>
            <Table.Th>{t('relations.knownHead')}</Table.Th>
            <Table.Th>{t('relations.tierHead')}</Table.Th>
            <Table.Th>{t('evidence.rests')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {order.map((one) => (
            <Table.Tr key={one.relation}>
              <Table.Td>
                <PageLink to="/relations/$id" params={{ id: one.relation }}>
                  {language === 'vi' ? one.titleVi : one.title}
                </PageLink>
              </Table.Td>
              <Table.Td>
                {isMissing(one.depth) ? (
                  <span className="quiet">{one.depth.because}</span>
                ) : (
                  <IntervalBar value={one.depth.value} interval={one.depth.interval} />
                )}
              </Table.Td>
              <Table.Td className="number">
                {isMissing(one.depth) ? '–' : cellText(one.depth, language)}
              </Table.Td>
              <Table.Td className="number">
                {isMissing(one.rank)
                  ? '–'
                  : `${one.rank.value}${one.rank.interval === null ? '' : ` (${one.rank.interval.map(Math.round).join('–')})`}`}
              </Table.Td>
              <Table.Td className="number">{Math.round(100 * one.coverage)} %</Table.Td>
              <Table.Td>
                {isMissing(one.tier) ? (
                  <span className="quiet">{t('relations.noTier')}</span>
                ) : (
                  `${t(`tier.${one.tier}`)}${one.tierIllustrative ? ` (${t('relations.illustrative')})` : ''}`
                )}
                {titled.has(one.relation) && (
                  <Badge ml={6} size="sm" tt="none" color="orange.2" c="dark">
                    {t(`relations.titled.${titled.get(one.relation)}`)}
                  </Badge>
                )}
              </Table.Td>
              <Table.Td>
                <EvidenceLinks evidence={distinct(one.leaves.flatMap(({ evidence }) => evidence))} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

type Depth = Result['standings'][number]['depth']

function depthOf(depth: Depth): number {
  return isMissing(depth) ? -1 : depth.value
}

type Evidence = Result['standings'][number]['leaves'][number]['evidence']

function distinct(evidence: Evidence): Evidence {
  return [...new Map(evidence.map((one) => [`${one.id} ${one.source} ${one.locator}`, one])).values()]
}
