import { Code, Table, Text, Title } from '@mantine/core'
import type { ConstraintBoard, RuleQualityAnswer, RuleQualityEntry } from '#api/contract/constraints'
import { useWords } from '../language.ts'

/** How well the rules find what was labelled by hand: precision and recall with intervals, apart for what was held out. */
export function QualityView({
  answer,
  policies,
}: {
  answer: RuleQualityAnswer
  policies: ConstraintBoard['constraints']
}) {
  const { t, language } = useWords()
  const { quality } = answer
  if (quality.length === 0) return null
  const titleOf = (id: string) => {
    const policy = policies.find((one) => one.id === id)
    return (language === 'vi' ? policy?.titleVi : undefined) ?? policy?.title ?? id
  }
  const share = (value: number) =>
    value.toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const told = ({ value, interval, of }: RuleQualityEntry['precision'], rightly: number) =>
    value === null || interval === null
      ? t('constraints.nothingToCount')
      : `${share(value)} [${interval.map(share).join('; ')}] (${rightly}/${of})`
  return (
    <section aria-labelledby="quality">
      <Title order={2} fz="xl" id="quality">
        {t('constraints.quality')}
      </Title>
      <Text size="sm" className="quiet" maw="62rem">
        {t('constraints.qualityAbout')}
      </Text>
      <TriedOn answer={answer} />
      <Table className="stacked" verticalSpacing={4} mt="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('constraints.policy')}</Table.Th>
            <Table.Th>{t('constraints.part')}</Table.Th>
            <Table.Th>{t('constraints.counted')}</Table.Th>
            <Table.Th>{t('constraints.basis')}</Table.Th>
            <Table.Th>{t('constraints.precision')}</Table.Th>
            <Table.Th>{t('constraints.recall')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {quality.map((one) => (
            <Table.Tr key={`${one.constraint} ${one.part} ${one.flags}`}>
              <Table.Td data-label={t('constraints.policy')}>{titleOf(one.constraint)}</Table.Td>
              <Table.Td data-label={t('constraints.part')}>
                {t(`constraints.parts.${one.part}`, { count: one.records })}
              </Table.Td>
              <Table.Td data-label={t('constraints.counted')}>
                {t(`constraints.flagsCounted.${one.flags}`)}
              </Table.Td>
              <Table.Td data-label={t('constraints.basis')}>{t(`constraints.basisOf.${one.basis}`)}</Table.Td>
              <Table.Td data-label={t('constraints.precision')} className="number">
                {told(one.precision, one.rightly)}
              </Table.Td>
              <Table.Td data-label={t('constraints.recall')} className="number">
                {told(one.recall, one.rightly)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

/** What the figures were computed on, and how to compute those that are kept. */
function TriedOn({ answer }: { answer: RuleQualityAnswer }) {
  const { t } = useWords()
  const { quality, sentences, exercises, keptVersion, command } = answer
  const { dataset, version, read, of } = exercises
  if (version !== null)
    return (
      <Text size="sm" maw="62rem" mt="xs">
        {t('constraints.qualityComputed', { sentences, read, of, dataset, version })}
      </Text>
    )
  return (
    <>
      {quality.some(({ basis }) => basis === 'kept') && (
        <Text size="sm" maw="62rem" mt="xs">
          {t('constraints.qualityKept', { dataset, version: keptVersion })}
        </Text>
      )}
      {quality.some(({ basis }) => basis === 'computed') && (
        <Text size="sm" maw="62rem" mt="xs">
          {t('constraints.qualityOwn', { sentences })}
        </Text>
      )}
      <Text size="sm" maw="62rem" mt="xs">
        {t('constraints.qualityAgain')}
      </Text>
      <Code block mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {`${command}\nsoundings constraints check --labelled`}
      </Code>
    </>
  )
}
