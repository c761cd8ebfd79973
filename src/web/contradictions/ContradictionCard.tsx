import { Badge, Button, Group } from '@mantine/core'
import { useId, useState } from 'react'
import type { Board, BoardEntry } from '#api/contract/contradictions'
import { EvidenceLinks } from '../components/EvidenceLinks.tsx'
import { PageLink, RecordLink } from '../components/links.tsx'
import { useWords } from '../language.ts'
import type { Asked } from './asked.ts'
import { PictureView } from './PictureView.tsx'
import { SettleForm } from './SettleForm.tsx'

interface Props {
  readonly entry: BoardEntry
  readonly names: Board['names']
  readonly asked: Asked
}

/** One contradiction: how grave, what and who, its picture, what it rests on, and its settlement. */
export function ContradictionCard({ entry, names, asked }: Props) {
  const { t, language } = useWords()
  const heading = useId()
  const [settling, setSettling] = useState(false)
  const { kind, state, severity, title, explanation, parties, evidence, picture, settlement } = entry
  const readable = (text: string) => withNames(text, entry.assessors, names).replaceAll(' %', '\u00a0%')
  return (
    <article className={`contradiction ${state === 'settled' ? 'quieter' : ''}`} aria-labelledby={heading}>
      <Group gap="xs">
        <span className="severity" title={t('contradictions.severityNote')}>
          <span>
            {t('contradictions.severity')}{' '}
            <b className="number">
              {severity.toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}
            </b>
          </span>
          <span className="bar-track" aria-hidden="true">
            <span className="bar-fill" style={{ width: `${100 * severity}%` }} />
          </span>
        </span>
        <Badge size="sm" variant="outline" tt="none">
          {t(`contradictions.kind.${kind}`)}
        </Badge>
        {state === 'reopened' && (
          <Badge size="sm" color="sand" tt="none">
            {t('contradictions.reopened')}
          </Badge>
        )}
        {entry.illustrative && (
          <Badge size="sm" color="sand" variant="outline" tt="none">
            {t('contradictions.illustrative')}
          </Badge>
        )}
      </Group>
      <h2 id={heading}>{readable(title[language])}</h2>
      <p>{readable(explanation[language])}</p>
      <PictureView picture={picture} names={names} />
      <Group gap="xs" align="flex-start" mt="xs">
        <EvidenceLinks evidence={evidence} />
        <Parties parties={parties} />
      </Group>
      {settlement !== null && <Settled settlement={settlement} names={names} />}
      {settling ? (
        <SettleForm entry={entry} asked={asked} done={() => setSettling(false)} />
      ) : (
        <Button size="compact-sm" variant="default" mt="xs" onClick={() => setSettling(true)}>
          {t(state === 'open' ? 'contradictions.open' : 'contradictions.again')}
        </Button>
      )}
    </article>
  )
}

const few = 3

/** The records that contradict one another, folded where they are many. */
function Parties({ parties }: { parties: BoardEntry['parties'] }) {
  const { t } = useWords()
  const list = (
    <ul className="parties" aria-label={t('contradictions.parties')}>
      {parties.map(({ kind, id }) => (
        <li key={`${kind} ${id}`}>
          <RecordLink kind={kind} id={id}>
            {t(`kind.${kind}`)} {id}
          </RecordLink>
        </li>
      ))}
    </ul>
  )
  if (parties.length <= few) return list
  return (
    <details style={{ minWidth: 0 }}>
      <summary style={{ marginTop: 0 }}>{t('contradictions.partiesFold', { count: parties.length })}</summary>
      {list}
    </details>
  )
}

function Settled({
  settlement,
  names,
}: {
  settlement: NonNullable<BoardEntry['settlement']>
  names: Board['names']
}) {
  const { t, language } = useWords()
  const { by, at, decision, because } = settlement
  return (
    <p style={{ marginTop: '0.5rem' }}>
      <b>{t(`contradictions.decided.${decision}`)}</b>: {because}{' '}
      <span className="quiet">
        ({by === undefined ? t('contradictions.somebody') : (names[by] ?? by)},{' '}
        {new Date(at).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })},{' '}
        <PageLink
          to="/records/$kind/$"
          params={{ kind: 'settlement', _splat: settlement.id }}
          underline="always"
        >
          {t('contradictions.history')}
        </PageLink>
        )
      </span>
    </p>
  )
}

/** Ids of forecasters in a text, as they are called. */
function withNames(text: string, assessors: readonly string[], names: Board['names']): string {
  return assessors.reduce((now, id) => now.replaceAll(`: ${id}`, `: ${names[id] ?? id}`), text)
}
