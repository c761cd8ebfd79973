import type { Result, RoleLine } from '#instruments/mediation/instrument'
import { EvidenceLinks } from '../components/EvidenceLinks.tsx'
import { IntervalBar } from '../components/IntervalBar.tsx'
import { useWords } from '../language.ts'
import { shareWords } from './level-words.ts'

/** The ladder with the highest rung on top: what remains, what is ruled out, and by which fact. */
export function LadderFigure({ result }: { result: Pick<Result, 'roles' | 'recommended'> }) {
  const { t } = useWords()
  const shares = result.roles.find(({ rank }) => rank === 1)?.status !== 'unknown' // else they tell of chance more than of what is known
  const rungs = result.roles.toSorted((a, b) => b.rung - a.rung)
  return (
    <ol className="ladder" aria-label={t('mediation.ladder')}>
      {rungs.map((line) => (
        <Rung
          key={line.role}
          line={line}
          first={line.role === result.recommended && shares}
          shares={shares}
        />
      ))}
    </ol>
  )
}

function Rung({ line, first, shares }: { line: RoleLine; first: boolean; shares: boolean }) {
  const { t, language } = useWords()
  return (
    <li className={`rung ${line.status}`} aria-current={first ? 'true' : undefined}>
      <span className="rung-number number" aria-hidden="true">
        {line.rung}
      </span>
      <span className="rung-title">
        {line.title[language]}
        <span className={`rung-status ${line.status}`}>
          {first ? `★ ${t('mediation.first')}` : t(`mediation.status.${line.status}`)}
          {line.rank !== null && !first && ` · ${line.rank}`}
        </span>
      </span>
      {shares && (line.status !== 'ruled-out' || line.first.value > 0) && (
        <span className="rung-share">
          <IntervalBar value={line.first.value} leads={first} />
          <span className="quiet">{t('mediation.firstIn', { share: shareWords(line.first, language) })}</span>
        </span>
      )}
      {line.reasons.length > 0 && <Reasons line={line} />}
    </li>
  )
}

const signs = { 'rules-out': '✕', limits: '!', unknown: '?' } as const

/** As many reasons are shown at once, though some of them only say what is not known. */
const few = 4

function Reasons({ line: { reasons, status } }: { line: RoleLine }) {
  const { t } = useWords()
  const told = status === 'ruled-out' ? 'rules-out' : 'limits'
  const shown = reasons.filter(
    ({ effect }) => effect === told || (effect === 'unknown' && reasons.length <= few),
  )
  const rest = reasons.filter((one) => !shown.includes(one))
  return (
    <div className="rung-reasons">
      <List reasons={shown} />
      {rest.length > 0 && (
        <details>
          <summary>
            {t(shown.length === 0 ? 'mediation.reasons' : 'mediation.moreReasons', { count: rest.length })}
          </summary>
          <List reasons={rest} />
        </details>
      )}
    </div>
  )
}

function List({ reasons }: { reasons: RoleLine['reasons'] }) {
  const { t, language } = useWords()
  return (
    <ul>
      {reasons.map(({ test, effect, on, said, evidence }) => (
        <li key={`${test} ${effect} ${on}`}>
          <span className={`reason-sign ${effect}`} role="img" aria-label={t(`mediation.effect.${effect}`)}>
            {signs[effect]}
          </span>
          <span>{said[language]}</span>
          <EvidenceLinks evidence={evidence} />
        </li>
      ))}
    </ul>
  )
}
