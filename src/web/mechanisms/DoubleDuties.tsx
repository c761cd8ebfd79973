import { Text, Title } from '@mantine/core'
import type { MechanismTable } from '#api/contract/mechanisms'
import { FirstFew } from '../components/FirstFew.tsx'
import { useWords } from '../language.ts'
import { useNames } from './names.ts'

/** The years in which one state holds two chairs or elected seats at once. */
export function DoubleDuties({ table }: { table: MechanismTable }) {
  const { t } = useWords()
  const names = useNames(table)
  return (
    <section aria-labelledby="double-title">
      <Title order={2} fz="lg" id="double-title">
        {t('mechanisms.double')}
      </Title>
      <Text size="sm" className="quiet" maw={760}>
        {t('mechanisms.doubleNote')}
      </Text>
      {table.double.length === 0 && <Text>{t('mechanisms.noDouble')}</Text>}
      <FirstFew items={table.double} few={20} step={100}>
        {(few) => (
          <ul className="plain">
            {few.map(({ actor, year, seats }) => (
              <li key={`${actor} ${year}`}>
                <b>
                  {names.actor(actor)}, {year}
                </b>
                :{' '}
                {seats
                  .map(({ mechanism, role, basis }) =>
                    [
                      `${t(`mechanisms.role.${role}`)}, ${names.mechanism(mechanism)}`,
                      ...(basis === 'projected' ? [`(${t('mechanisms.projected')})`] : []),
                    ].join(' '),
                  )
                  .join('; ')}
              </li>
            ))}
          </ul>
        )}
      </FirstFew>
    </section>
  )
}
