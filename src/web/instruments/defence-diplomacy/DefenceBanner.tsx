import { Badge, Group, Paper, Text, Title } from '@mantine/core'
import { isMissing } from '#domain/missing'
import type { Result } from '#instruments/defence-diplomacy/instrument'
import { cellText } from '#report/compose'
import { useWords } from '../../language.ts'

/** The state, its years, and over how many partners its cooperation is spread. */
export function DefenceBanner({ result }: { result: Result }) {
  const { t, language } = useWords()
  const all = result.diversity.find(({ of }) => of === 'all')
  const effective = all?.effective
  return (
    <Paper p="lg" bg="sea.7" c="white">
      <Text size="sm" opacity={0.85}>
        {result.from === null || result.to === null ? t('defence.noYears') : `${result.from}–${result.to}`} ·{' '}
        {t('defence.sharing')} {t(`defence.sharingOf.${result.sharing}`)}
      </Text>
      <Group justify="space-between" align="baseline">
        <Title order={2} fz={26}>
          {language === 'vi' ? result.titleVi : result.title}
        </Title>
        {effective !== undefined && !isMissing(effective) && (
          <Text className="number" fz="lg" style={{ whiteSpace: 'normal' }} title={effective.uncertainty}>
            {t('defence.effectiveOf', {
              value: cellText({ value: effective.value, interval: effective.interval }, language),
            })}
          </Text>
        )}
      </Group>
      <Group gap="xs" mt="xs">
        <Badge color="gray.0" c="dark" tt="none">
          {t('defence.activities', { count: result.ledger.length })}
        </Badge>
        <Badge color="gray.0" c="dark" tt="none">
          {t('defence.partners', { count: result.partners.length })}
        </Badge>
        {result.classes.coercive > 0 && (
          <Badge color="orange.2" c="dark" tt="none">
            {t('defence.coercive', { count: result.classes.coercive })}
          </Badge>
        )}
      </Group>
    </Paper>
  )
}
