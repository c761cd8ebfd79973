import { Badge, Button } from '@mantine/core'
import { useId, useState } from 'react'
import type { DuplicateList, PairEntry } from '#api/contract/ledger'
import { activityKinds } from '#domain/activity-kinds.data'
import { call } from '../client.ts'
import { DecideForm } from '../components/DecideForm.tsx'
import { RecordLink } from '../components/links.tsx'
import { useWords } from '../language.ts'
import { usePartners } from './partners.ts'

/** Two activities side by side that may be one, why they are alike, and what is decided of them. */
export function PairCard({ pair, list }: { pair: PairEntry; list: DuplicateList }) {
  const { t, language } = useWords()
  const heading = useId()
  const [deciding, setDeciding] = useState(false)
  const partners = usePartners(list.names)
  const { first, second, scoreBits, reasons, state, match } = pair
  const number = (value: number) => value.toLocaleString(language, { signDisplay: 'exceptZero' })
  return (
    <article className={`twins ${state}`} aria-labelledby={heading}>
      <h3 id={heading}>
        {t('ledger.bits', { bits: scoreBits.toLocaleString(language) })}
        {state === 'stale' && (
          <Badge size="sm" ml="xs" color="sand" variant="outline" tt="none">
            {t('ledger.stale')}
          </Badge>
        )}
      </h3>
      <p className="quiet small">
        {reasons
          .map(
            ({ field, level, weightBits }) => `${t(`ledger.reason.${field}.${level}`)} ${number(weightBits)}`,
          )
          .join(' · ')}
      </p>
      <div className="twins-sides">
        {[first, second].map((id) => {
          const one = list.activities[id]
          if (one === undefined) return null
          return (
            <div key={id}>
              <RecordLink kind="activity" id={id}>
                {language === 'vi' ? (one.titleVi ?? one.title) : one.title}
              </RecordLink>
              <p>
                {one.date} · {activityKinds[one.kind].title[language]} · {partners(one, null)}
                {one.place === undefined ? '' : ` · ${one.place.name}`}
              </p>
              {one.text !== undefined && <p className="quiet">{one.text}</p>}
              <p className="quiet small">{one.fromDataset?.dataset ?? t('ledger.recorded')}</p>
            </div>
          )
        })}
      </div>
      {match !== null && (
        <p>
          <b>{t(`ledger.decided.${match.decision}`)}</b>
          {match.counts !== undefined && ` (${t('ledger.counts', { id: match.counts })})`}: {match.because}{' '}
          <span className="quiet">
            ({match.by === undefined ? t('constraints.somebody') : (list.names[match.by] ?? match.by)},{' '}
            {new Date(match.at).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })})
          </span>
        </p>
      )}
      {deciding ? (
        <DecidePair pair={pair} list={list} done={() => setDeciding(false)} />
      ) : (
        <Button size="compact-sm" variant="default" mt="xs" onClick={() => setDeciding(true)}>
          {t(state === 'open' ? 'ledger.decide' : 'ledger.decideAgain')}
        </Button>
      )}
    </article>
  )
}

function DecidePair({ pair, list, done }: { pair: PairEntry; list: DuplicateList; done: () => void }) {
  const { t, language } = useWords()
  const { first, second, seen } = pair
  const titleOf = (id: string) => {
    const one = list.activities[id]
    const title = (language === 'vi' ? one?.titleVi : undefined) ?? one?.title ?? id
    return `${title} (${one?.fromDataset?.dataset ?? t('ledger.recorded')})`
  }
  return (
    <DecideForm
      choices={['different', first, second]}
      inWords={(one) =>
        one === 'different'
          ? t('ledger.decided.different')
          : t('ledger.sameCounting', { title: titleOf(one) })
      }
      question={t('ledger.areThey')}
      label={t('ledger.save')}
      note={t('ledger.decideNote')}
      decide={(choice, because) =>
        call('decideMatch', {
          body: {
            first,
            second,
            because,
            seen,
            ...(choice === 'different' ? { decision: 'different' } : { decision: 'same', counts: choice }),
          },
        })
      }
      done={done}
    />
  )
}
