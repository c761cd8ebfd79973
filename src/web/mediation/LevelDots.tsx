import type { Estimate } from '#domain/finding'
import { isMissing } from '#domain/missing'
import type { Quantity } from '#instruments/mediation/instrument'
import { EvidenceLinks } from '../components/EvidenceLinks.tsx'
import { useWords } from '../language.ts'
import { levelWords } from './level-words.ts'

/** Quantities on the scale of five levels as dots with their intervals; what each is based on, and where it rests. */
export function LevelDots({
  rows,
}: {
  rows: readonly { readonly quantity: Quantity; readonly note?: string }[]
}) {
  const { t, language } = useWords()
  return (
    <ul className="level-rows">
      {rows.map(({ quantity, note }) => (
        <li key={quantity.id}>
          <span className="level-name">
            {quantity.title[language]}
            <span className="quiet level-basis">
              {t(`mediation.basis.${quantity.basis}`)}
              {quantity.illustrative && ` · ${t('mediation.illustrative')}`}
              {note !== undefined && note !== '' && ` · ${note}`}
            </span>
          </span>
          {isMissing(quantity.level) ? (
            <span className="level-track empty" />
          ) : (
            <LevelTrack level={quantity.level} />
          )}
          <span className={isMissing(quantity.level) ? 'quiet level-why' : 'number'}>
            {levelWords(quantity.level, language)}
          </span>
          <EvidenceLinks evidence={quantity.evidence} />
          {quantity.said.length > 0 && (
            <span className="level-said quiet">
              {quantity.said.map(({ by, because }) => `${by}: ${because[language]}`).join('; ')}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

interface TrackProps {
  readonly level: Pick<Estimate, 'value' | 'interval'>
  /** the level that is needed, if one is */
  readonly needed?: number
}

/** A picture of a level from 0 to 4, with its interval and with what is needed. */
export function LevelTrack({ level: { value, interval }, needed }: TrackProps) {
  const at = (level: number) => `${25 * level}%`
  return (
    <span className="level-track" aria-hidden="true">
      {interval !== null && (
        <span
          className="level-interval"
          style={{ left: at(interval[0]), width: `${25 * (interval[1] - interval[0])}%` }}
        />
      )}
      {needed !== undefined && needed > 0 && <span className="level-needed" style={{ left: at(needed) }} />}
      <span
        className={needed !== undefined && needed - value > 0.5 ? 'level-dot short' : 'level-dot'}
        style={{ left: at(value) }}
      />
    </span>
  )
}
