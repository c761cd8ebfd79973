import { Title } from '@mantine/core'
import { roleOf } from '#domain/third-party-role'
import type { Result } from '#instruments/mediation/instrument'
import { EvidenceLinks } from '../components/EvidenceLinks.tsx'
import { useWords } from '../language.ts'

/** The principles of whoever would act, and which roles each rules out or limits here, and why. */
export function PrinciplesView({ principles }: Pick<Result, 'principles'>) {
  const { t, language } = useWords()
  if (principles.length === 0) return null
  return (
    <section aria-label={t('mediation.principles')}>
      <Title order={2} fz="lg" mt="md">
        {t('mediation.principles')}
      </Title>
      <ul className="roles">
        {principles.map(({ id, title, text, applies, evidence }) => (
          <li key={id}>
            <strong>{title[language]}</strong> <EvidenceLinks evidence={evidence} />
            <div>{text[language]}</div>
            {applies.length === 0 && <div className="quiet">{t('mediation.noRuleHere')}</div>}
            {applies.map(({ effect, roles, because, illustrative }) => (
              <div key={`${effect} ${roles.join()}`} className="principle-rule">
                <span className={`reason-sign ${effect}`} aria-hidden="true">
                  {effect === 'limits' ? '!' : '✕'}
                </span>{' '}
                {t(`mediation.rule.${effect}`, {
                  roles: roles.map((role) => roleOf(role).title[language].toLowerCase()).join(', '),
                })}
                : {because[language]}
                {illustrative && <span className="quiet"> ({t('mediation.illustrative')})</span>}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
