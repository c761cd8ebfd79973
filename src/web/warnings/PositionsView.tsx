import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Warnings } from '#api/contract/baselines'
import { PageLink } from '../components/links.tsx'
import { useEvery } from '../every-record.ts'
import { useWords } from '../language.ts'

/** Changes of watched positions, each with the place it rests on. */
export function PositionsView({ positions }: { positions: Warnings['positions'] }) {
  const { t } = useWords()
  const actors = useEvery('actor')
  const nameOf = (id: string) => actors.data?.find((actor) => actor.id === id)?.label ?? id
  return (
    <section aria-label={t('warnings.positions')}>
      <Title order={2} fz="lg" mt="md">
        {t('warnings.positions')}
      </Title>
      {positions.map(({ actor, issue, records, changes }) => (
        <div key={`${actor} ${issue}`}>
          <Text fw={600} mt="sm">
            <Shown kind="actor" id={actor}>
              {nameOf(actor)}
            </Shown>
            , {issue}: {t('warnings.changes', { changes: changes.length, records })}
          </Text>
          {changes.map(({ kind, id, date, from, to, basis, restsOn }) => (
            <div className="event" key={`${id} ${kind} ${from}`}>
              <span className="number">{date}</span>
              <div>
                <Shown kind="position" id={id}>
                  {t(`warnings.stance.${from}`, { defaultValue: from })} →{' '}
                  {t(`warnings.stance.${to}`, { defaultValue: to })}
                </Shown>
                {kind === 'recoded' && ` (${t('warnings.recoded')})`}: {basis}{' '}
                <Text component="span" size="sm" className="quiet">
                  {restsOn.map(({ source, locator, passage }) => (
                    <span key={`${source} ${locator ?? ''}`}>
                      {passage === undefined ? (
                        <Shown kind="source" id={source}>
                          {source}
                        </Shown>
                      ) : (
                        <Shown kind="passage" id={passage}>
                          {source}
                        </Shown>
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

/** A link to a record, underlined because it stands among words. */
function Shown({ kind, id, children }: { kind: string; id: string; children: ReactNode }) {
  return (
    <PageLink to="/records/$kind/$" params={{ kind, _splat: id }} underline="always">
      {children}
    </PageLink>
  )
}
