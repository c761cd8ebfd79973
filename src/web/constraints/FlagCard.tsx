import { Badge, Button, Group } from '@mantine/core'
import { useId, useState } from 'react'
import type { ConstraintBoard, FlagEntry } from '#api/contract/constraints'
import { activityKindNames } from '#domain/activity'
import { activityKinds } from '#domain/activity-kinds.data'
import { PageLink, RecordLink } from '../components/links.tsx'
import { useStateName } from '../components/StatePicker.tsx'
import { useWords } from '../language.ts'
import { MarkedWords } from './MarkedWords.tsx'
import { SettleFlagForm } from './SettleFlagForm.tsx'

/** One flag: the record, every rule that was met with the words or facts it met, and how it was settled. */
export function FlagCard({ flag, names }: { flag: FlagEntry; names: ConstraintBoard['names'] }) {
  const { t, language } = useWords()
  const heading = useId()
  const [settling, setSettling] = useState(false)
  const stateName = useStateName()
  const named = (fact: string, value: string) => {
    const kind = activityKindNames.find((one) => one === value)
    if (fact === 'kind' && kind !== undefined) return activityKinds[kind].title[language]
    return fact === 'place' ? stateName(value) : value
  }
  const { on, strength, triggers, state, settlement } = flag
  return (
    <article className={`flag ${state === 'settled' ? 'settled' : strength}`} aria-labelledby={heading}>
      <Group gap="xs">
        <Badge
          size="sm"
          tt="none"
          color={strength === 'strong' ? 'sand' : 'gray'}
          variant={strength === 'strong' ? 'filled' : 'outline'}
        >
          {t(`constraints.strength.${strength}`)}
        </Badge>
        {state === 'stale' && (
          <Badge size="sm" color="sand" variant="outline" tt="none">
            {t('constraints.stale')}
          </Badge>
        )}
        <span className="quiet">
          {t(`kind.${on.kind}`)}
          {on.date === null ? '' : `, ${on.date}`}
        </span>
      </Group>
      <h3 id={heading}>
        <RecordLink kind={on.kind} id={on.id}>
          {language === 'vi' ? on.titleVi : on.title}
        </RecordLink>
      </h3>
      <ul className="triggers">
        {triggers.map(({ rule, strength: how, because, words, facts }) => (
          <li key={rule}>
            <b>{t(`constraints.strength.${how}`)}:</b> {because[language]}{' '}
            <span className="quiet">({rule})</span>
            {words.map((one) => (
              <MarkedWords key={`${one.field} ${one.from} ${one.pattern}`} words={one} />
            ))}
            {facts.length > 0 && (
              <p className="facts-met">
                {t('constraints.facts')}:{' '}
                {facts
                  .map(({ fact, value }) => `${t(`constraints.fact.${fact}`)}: ${named(fact, value)}`)
                  .join('; ')}
              </p>
            )}
          </li>
        ))}
      </ul>
      {settlement !== null && (
        <p>
          <b>{t(`constraints.decided.${settlement.decision}`)}</b>: {settlement.because}{' '}
          <span className="quiet">
            (
            {settlement.by === undefined
              ? t('constraints.somebody')
              : (names[settlement.by] ?? settlement.by)}
            , {new Date(settlement.at).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })},{' '}
            <PageLink
              to="/records/$kind/$"
              params={{ kind: 'flag-settlement', _splat: settlement.id }}
              underline="always"
            >
              {t('constraints.history')}
            </PageLink>
            )
          </span>
        </p>
      )}
      {settling ? (
        <SettleFlagForm flag={flag} done={() => setSettling(false)} />
      ) : (
        <Button size="compact-sm" variant="default" mt="xs" onClick={() => setSettling(true)}>
          {t(state === 'open' ? 'constraints.settleOpen' : 'constraints.settleAgain')}
        </Button>
      )}
    </article>
  )
}
