import { Badge, Table, Text, Title } from '@mantine/core'
import type { CommitmentList, ComplianceScore } from '#api/contract/commitments'
import { becauseIn, isMissing } from '#domain/missing'
import { useWords } from '../language.ts'
import { useNames } from './names.ts'

/** Mean compliance and agreement of the coders, on the whole and by owner, ministry, mechanism and relation. */
export function ScorePanel({ list }: { list: CommitmentList }) {
  const { t } = useWords()
  const names = useNames(list)
  const nameOf = {
    owner: names.actor,
    ministry: names.actor,
    institution: names.institution,
    relation: names.relation,
  }
  return (
    <section aria-labelledby="score-title">
      <Title order={2} fz="lg" id="score-title">
        {t('commitments.kept')}{' '}
        {list.score.illustrative && <Badge color="sand">{t('commitments.illustrative')}</Badge>}
      </Title>
      <Text size="sm" className="quiet" maw={760}>
        {t('commitments.keptNote')}
      </Text>
      <Table verticalSpacing={4} className="stacked">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('commitments.of')}</Table.Th>
            <Table.Th>{t('commitments.count')}</Table.Th>
            <Table.Th>{t('commitments.mean')}</Table.Th>
            <Table.Th>{t('commitments.alpha')}</Table.Th>
            <Table.Th>{t('commitments.kappa')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Row name={t('commitments.all')} score={list.score} />
          {list.groups.map((group) => (
            <Row
              key={`${group.by} ${group.id}`}
              name={`${t(`commitments.${group.by}`)}: ${nameOf[group.by](group.id)}`}
              score={group}
            />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

function Row({ name, score }: { name: string; score: ComplianceScore }) {
  const { t } = useWords()
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      <Table.Td className="number" data-label={t('commitments.count')}>
        {score.commitments}
      </Table.Td>
      <Table.Td data-label={t('commitments.mean')}>
        <Told told={score.mean} />
        {!isMissing(score.share) && (
          <>
            {' · '}
            <Told told={score.share} percent />
          </>
        )}
      </Table.Td>
      <Table.Td data-label={t('commitments.alpha')}>
        <Told told={score.alpha} />
      </Table.Td>
      <Table.Td data-label={t('commitments.kappa')}>
        <Told told={score.kappa} />
      </Table.Td>
    </Table.Tr>
  )
}

function Told({ told, percent = false }: { told: ComplianceScore['mean']; percent?: boolean }) {
  const { t, language } = useWords()
  if (isMissing(told)) return <span className="quiet">{becauseIn(told, language)}</span>
  const format = new Intl.NumberFormat(
    language,
    percent
      ? { style: 'percent', maximumFractionDigits: 0 }
      : { minimumFractionDigits: 2, maximumFractionDigits: 2 },
  )
  const { value, interval } = told
  return (
    <span className="number">
      {format.format(value)}{' '}
      {interval === null
        ? `(${t('commitments.noInterval')})`
        : `[${interval.map((bound) => format.format(bound)).join(language === 'vi' ? '; ' : ', ')}]`}
    </span>
  )
}
