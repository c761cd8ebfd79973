import { Badge, Button, Group, Table, Text } from '@mantine/core'
import type { LedgerPage } from '#api/contract/ledger'
import { activityClass } from '#domain/activity'
import { activityKinds } from '#domain/activity-kinds.data'
import { RecordLink } from '../components/links.tsx'
import { useWords } from '../language.ts'
import { usePartners } from './partners.ts'

interface Props {
  readonly page: LedgerPage
  readonly state: string | null
  /** how many are shown at most, and what shows more */
  readonly limit: number
  readonly more: () => void
}

/** The activities, the latest first. */
export function ActivityTable({ page, state, limit, more }: Props) {
  const { t, language } = useWords()
  const partners = usePartners(page.names)
  const { activities, of, repeats } = page
  return (
    <>
      <Text role="status" size="sm">
        {t('ledger.summary', {
          shown: activities.length.toLocaleString(language),
          of: of.toLocaleString(language),
          repeats: repeats.toLocaleString(language),
        })}
      </Text>
      {activities.length > 0 && (
        <Table className="stacked ledger" verticalSpacing={5}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('ledger.date')}</Table.Th>
              <Table.Th>{t('ledger.what')}</Table.Th>
              <Table.Th>{t('ledger.with')}</Table.Th>
              <Table.Th>{t('ledger.more')}</Table.Th>
              <Table.Th>{t('ledger.source')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {activities.map((one) => (
              <Table.Tr key={one.id} className={one.duplicateOf === undefined ? '' : 'repeats'}>
                <Table.Td data-label={t('ledger.date')} className="number">
                  {one.date}
                </Table.Td>
                <Table.Td data-label={t('ledger.what')}>
                  <RecordLink kind="activity" id={one.id}>
                    {language === 'vi' ? (one.titleVi ?? one.title) : one.title}
                  </RecordLink>
                  <Group gap={4} mt={2}>
                    <Badge
                      size="xs"
                      tt="none"
                      variant="outline"
                      color={activityClass(one.kind) === 'coercive' ? 'sand' : 'gray'}
                    >
                      {activityKinds[one.kind].title[language]}
                    </Badge>
                    {one.illustrative === true && (
                      <Badge size="xs" tt="none" variant="outline" color="sand">
                        {t('ledger.illustrative')}
                      </Badge>
                    )}
                    {one.duplicateOf !== undefined && (
                      <span className="quiet small">
                        {t('ledger.repeats')}{' '}
                        <RecordLink kind="activity" id={one.duplicateOf}>
                          {one.duplicateOf}
                        </RecordLink>
                      </span>
                    )}
                  </Group>
                </Table.Td>
                <Table.Td data-label={t('ledger.with')}>{partners(one, state) || '–'}</Table.Td>
                <Table.Td data-label={t('ledger.more')}>{detailsOf(one, language) || '–'}</Table.Td>
                <Table.Td data-label={t('ledger.source')}>
                  {one.fromDataset?.dataset ?? t('ledger.recorded')}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {of > activities.length && activities.length >= limit && (
        <Button variant="default" size="sm" onClick={more} style={{ alignSelf: 'flex-start' }}>
          {t('ledger.showMore')}
        </Button>
      )}
    </>
  )
}

/** Place, money and quantities, as far as told. */
function detailsOf(
  { place, amount, quantities = [] }: LedgerPage['activities'][number],
  language: string,
): string {
  const show = (value: number) => value.toLocaleString(language)
  return [
    ...(place === undefined ? [] : [place.name]),
    ...(amount === undefined
      ? []
      : [`${show(amount.value)} ${amount.currency}${amount.year === undefined ? '' : ` (${amount.year})`}`]),
    ...quantities.map(({ value, unit }) =>
      unit === 'tiv-millions' ? `${show(value)} M TIV` : `${show(value)} ${unit}`,
    ),
  ].join('; ')
}
