import { Text, Title } from '@mantine/core'
import type { Warnings } from '#api/contract/baselines'
import { RecordLink } from '../components/links.tsx'
import { useWords } from '../language.ts'

/** Changes of watched positions, each with the place it rests on. */
export function PositionsView({ positions }: { positions: Warnings['positions'] }) {
  const { t } = useWords()
  return (
    <section aria-label={t('warnings.positions')}>
      <Title order={2} fz="lg" mt="md">
        {t('warnings.positions')}
      </Title>
      {positions.map(({ actor, issue, records, changes }) => (
        <div key={`${actor} ${issue}`}>
          <Text fw={600} mt="sm">
            <RecordLink kind="actor" id={actor}>
              {actor}
            </RecordLink>
            , {issue}: {t('warnings.changes', { changes: changes.length, records })}
          </Text>
          {changes.map(({ kind, id, date, from, to, basis, restsOn }) => (
            <div className="event" key={`${id} ${kind} ${from}`}>
              <span className="number">{date}</span>
              <div>
                <RecordLink kind="position" id={id}>
                  {t(`warnings.stance.${from}`, { defaultValue: from })} →{' '}
                  {t(`warnings.stance.${to}`, { defaultValue: to })}
                </RecordLink>
                {kind === 'recoded' && ` (${t('warnings.recoded')})`}: {basis}{' '}
                <Text component="span" size="sm" className="quiet">
                  {restsOn.map(({ source, locator, passage }) => (
                    <span key={`${source} ${locator ?? ''}`}>
                      {passage === undefined ? (
                        <RecordLink kind="source" id={source} place={locator}>
                          {source}
                        </RecordLink>
                      ) : (
                        <RecordLink kind="passage" id={passage}>
                          {source}
                        </RecordLink>
                      )}
                      {locator === undefined ? '' : `, ${locator}`}{' '}
                    </span>
                  ))}
                </Text>
              </div>
            </div>
          ))}
        </div>
      ))}
    </section>
  )
}
