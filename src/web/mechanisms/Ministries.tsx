import { Badge, Group, Table, Text, Title } from '@mantine/core'
import type { MechanismTable } from '#api/contract/mechanisms'
import { EvidenceLinks } from '../components/EvidenceLinks.tsx'
import { FirstFew } from '../components/FirstFew.tsx'
import { RecordLink } from '../components/links.tsx'
import { useWords } from '../language.ts'
import { useNames } from './names.ts'

/** Which ministry leads and which contribute, and what nobody has recorded. */
export function Ministries({ table }: { table: MechanismTable }) {
  const { t } = useWords()
  const names = useNames(table)
  return (
    <section aria-labelledby="ministries-title">
      <Title order={2} fz="lg" id="ministries-title">
        {t('mechanisms.ministries')}
      </Title>
      <Text size="sm" className="quiet" maw={760}>
        {t('mechanisms.ministriesNote')}
      </Text>
      <FirstFew items={table.mechanisms} few={30} step={100}>
        {(few) => (
          <Table verticalSpacing={6} className="stacked">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('mechanisms.mechanism')}</Table.Th>
                <Table.Th>{t('mechanisms.leads')}</Table.Th>
                <Table.Th>{t('mechanisms.contributes')}</Table.Th>
                <Table.Th>{t('mechanisms.gaps')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {few.map(({ id, ministries, gaps, level, within, founded }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <RecordLink kind="institution" id={id}>
                      {names.mechanism(id)}
                    </RecordLink>
                    <Text size="xs" className="quiet">
                      {[
                        ...(level === undefined ? [] : [t(`mechanisms.level.${level}`)]),
                        ...(founded === undefined ? [] : [t('mechanisms.founded', { founded })]),
                        ...(within === undefined
                          ? []
                          : [t('mechanisms.within', { body: names.mechanism(within) })]),
                      ].join(' · ')}
                    </Text>
                  </Table.Td>
                  {(['leads', 'contributes'] as const).map((role) => {
                    const of = ministries.filter((one) => one.role === role)
                    return (
                      <Table.Td key={role} fz="sm" data-label={t(`mechanisms.${role}`)}>
                        {of.length === 0 ? (
                          <span className="quiet">{t('mechanisms.notRecorded')}</span>
                        ) : (
                          of.map(({ actor }) => names.actor(actor)).join(', ')
                        )}{' '}
                        <EvidenceLinks evidence={of[0]?.evidence ?? []} />
                      </Table.Td>
                    )
                  })}
                  <Table.Td data-label={t('mechanisms.gaps')}>
                    <Group gap={4}>
                      {gaps.map((gap) => (
                        <Badge key={gap} color="sand" variant="light" tt="none" fw={500}>
                          {t(`mechanisms.gap.${gap}`)}
                        </Badge>
                      ))}
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </FirstFew>
    </section>
  )
}
