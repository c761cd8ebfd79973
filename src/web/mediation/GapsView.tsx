import { isMissing } from '#domain/missing'
import { number } from '#domain/number'
import { roleOf } from '#domain/third-party-role'
import type { GapLine, Result } from '#instruments/mediation/instrument'
import { EvidenceLinks } from '../components/EvidenceLinks.tsx'
import { useWords } from '../language.ts'
import { LevelTrack } from './LevelDots.tsx'
import { levelWords } from './level-words.ts'

/** Capability held against what is needed: the dot is what is held, the line what the role worked towards needs. */
export function GapsView({ result }: { result: Result }) {
  const { t, language } = useWords()
  const aim = result.aim ?? result.recommended
  const needed = result.gaps.filter(({ neededForAim }) => neededForAim > 0)
  const others = result.gaps.filter(({ neededForAim, held }) => neededForAim === 0 && !isMissing(held.level))
  return (
    <>
      <p className="quiet">
        {aim === null
          ? t('mediation.gapsNone')
          : t('mediation.gapsAbout', { role: roleOf(aim).title[language].toLowerCase() })}
      </p>
      <Gaps gaps={needed} />
      {others.length > 0 && (
        <details>
          <summary>{t('mediation.gapsOthers', { count: others.length })}</summary>
          <Gaps gaps={others} />
        </details>
      )}
    </>
  )
}

function Gaps({ gaps }: { gaps: readonly GapLine[] }) {
  const { t, language } = useWords()
  return (
    <ul className="level-rows">
      {gaps.map((gap) => (
        <li key={gap.kind}>
          <span className="level-name">
            {gap.title[language]}
            <span className="quiet level-basis">
              {t(`mediation.basis.${gap.held.basis}`)}
              {gap.held.illustrative && ` · ${t('mediation.illustrative')}`}
            </span>
          </span>
          {isMissing(gap.held.level) ? (
            <span className="level-track empty" />
          ) : (
            <LevelTrack level={gap.held.level} needed={gap.neededForAim} />
          )}
          <span className={isMissing(gap.held.level) ? 'quiet level-why' : 'number'}>
            {levelWords(gap.held.level, language)}
            {gap.neededForAim > 0 && ` / ${number(gap.neededForAim, language, 1)}`}
          </span>
          <EvidenceLinks evidence={gap.held.evidence} />
          {!isMissing(gap.gapForAim) && gap.gapForAim > 0 && <Price gap={gap} />}
        </li>
      ))}
    </ul>
  )
}

function Price({ gap }: { gap: GapLine }) {
  const { t, language } = useWords()
  const levels = isMissing(gap.gapForAim) ? '' : number(gap.gapForAim, language, 1)
  return (
    <span className="level-said">
      {t('mediation.lacking', { levels })}
      {!isMissing(gap.usdMillions) &&
        `; ${t('mediation.costs', { cost: levelWords(gap.usdMillions, language) })}`}
      {!isMissing(gap.months) && `; ${t('mediation.takes', { months: levelWords(gap.months, language, 0) })}`}
      {!isMissing(gap.owner) && `; ${gap.owner[language]}`}
      {gap.illustrative && <span className="quiet"> ({t('mediation.illustrative')})</span>}
    </span>
  )
}
