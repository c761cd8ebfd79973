import type { FindingEvidence } from '#domain/finding'
import { becauseIn, isMissing } from '#domain/missing'
import { number } from '#domain/number'
import { type RoleId, roleIds, roleOf, rungOf } from '#domain/third-party-role'
import { evidenceOfQuantities, type Result, type Swing } from '#instruments/mediation/instrument'
import { EvidenceLinks } from '../components/EvidenceLinks.tsx'
import { useWords } from '../language.ts'
import { shortTitle } from './level-words.ts'

/** Which role comes first when one quantity alone moves over its interval: the widest first, and the smallest move that changes it. */
export function SwingsView({ result }: { result: Result }) {
  const { t } = useWords()
  const now = rung(result.recommended)
  const evidence = evidenceOfQuantities(result)
  const width = ({ atLow, atHigh }: Swing) => Math.abs(rung(atHigh) - now) + Math.abs(rung(atLow) - now)
  const sorted = result.swings.toSorted((a, b) => width(b) - width(a) || distance(a) - distance(b))
  const moving = sorted.filter((one) => width(one) > 0 || !isMissing(one.flip))
  const still = sorted.filter((one) => !moving.includes(one))
  return (
    <>
      <p className="quiet">{t('mediation.swingsAbout')}</p>
      {moving.length === 0 && <p>{t('mediation.nothingTurns')}</p>}
      <ul className="swings">
        {moving.map((swing) => (
          <SwingRow
            key={swing.quantity}
            swing={swing}
            now={now}
            evidence={evidence.get(swing.quantity) ?? []}
          />
        ))}
      </ul>
      {still.length > 0 && (
        <p className="quiet">
          {t('mediation.noMatter')} <Names swings={still} />
        </p>
      )}
    </>
  )
}

function rung(role: RoleId | null): number {
  return role === null ? 0 : rungOf(role)
}

function distance({ flip }: Swing): number {
  return isMissing(flip) ? 9 : Math.abs(flip.by)
}

function Names({ swings }: { swings: readonly Swing[] }) {
  const { language } = useWords()
  return swings.map(({ title }) => shortTitle(title[language])).join(', ')
}

interface SwingRowProps {
  readonly swing: Swing
  readonly now: number
  readonly evidence: readonly FindingEvidence[]
}

function SwingRow({ swing, now, evidence }: SwingRowProps) {
  const { t, language } = useWords()
  const { quantity, title, level, low, high, atLow, atHigh, flip } = swing
  const kind = quantity.split('/')[0] ?? ''
  const name = (role: RoleId | null) => (role === null ? t('mediation.noRole') : roleOf(role).title[language])
  const digits = (value: number) => number(value, language, 1)
  const at = (value: number) => `${(100 * value) / roleIds.length}%`
  const [left, right] = [Math.min(rung(atLow), rung(atHigh), now), Math.max(rung(atLow), rung(atHigh), now)]
  return (
    <li>
      <span className="level-name">
        {shortTitle(title[language])}
        <span className="quiet level-basis">
          {quantity.includes('/') && `${t(`mediation.quantityKind.${kind}`)} · `}
          {isMissing(level) ? t('mediation.basis.none') : digits(level)} · {digits(low)} – {digits(high)}
        </span>
      </span>
      <span className="swing-track" aria-hidden="true">
        <span
          className="swing-bar"
          style={{ left: at(left), width: `${(100 * (right - left)) / roleIds.length}%` }}
        />
        <span className="swing-now" style={{ left: at(now) }} />
      </span>
      <span className="swing-words">
        {digits(low)}: {name(atLow)} · {digits(high)}: {name(atHigh)}
        <span className="quiet swing-flip">
          {isMissing(flip)
            ? becauseIn(flip, language)
            : t('mediation.flip', {
                by: `${flip.by > 0 ? '+' : '−'}${number(Math.abs(flip.by), language, 2)}`,
                role: name(flip.role),
              })}
        </span>
      </span>
      <EvidenceLinks evidence={evidence} />
    </li>
  )
}
