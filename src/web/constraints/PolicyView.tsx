import { Alert, Stack, Text, Title } from '@mantine/core'
import { useId } from 'react'
import type { ConstraintBoard } from '#api/contract/constraints'
import { pointers } from '#domain/finding'
import { EvidenceLinks } from '../components/EvidenceLinks.tsx'
import { RecordLink } from '../components/links.tsx'
import { useWords } from '../language.ts'
import { FlagCard } from './FlagCard.tsx'
import { MarkedWords } from './MarkedWords.tsx'

/** One declared policy: its words, date and source, its rules, what was held against it, and the flags, open ones first. */
export function PolicyView({
  policy,
  board,
}: {
  policy: ConstraintBoard['constraints'][number]
  board: ConstraintBoard
}) {
  const { t, language } = useWords()
  const heading = useId()
  const { id, of, title, titleVi, text, declared, lapsed, rules, illustrative } = policy
  const flags = board.flags.filter(({ constraint }) => constraint === id)
  const open = flags.filter(({ state }) => state !== 'settled')
  const settled = flags.filter(({ state }) => state === 'settled')
  const passed = board.passedOver.filter(({ constraint }) => constraint === id)
  const held = board.held.find(({ constraint }) => constraint === id)
  return (
    <section className="policy" aria-labelledby={heading}>
      <Title order={2} fz="xl" id={heading}>
        <RecordLink kind="constraint" id={id}>
          {language === 'vi' ? (titleVi ?? title) : title}
        </RecordLink>
      </Title>
      <blockquote>“{text}”</blockquote>
      <Text size="sm" className="quiet" component="div">
        {t('constraints.declared', { of: board.names[of] ?? of, date: declared })}
        {lapsed === undefined ? '' : `, ${t('constraints.lapsed', { date: lapsed })}`}
        {illustrative === true && `, ${t('constraints.illustrative')}`}{' '}
        <EvidenceLinks evidence={pointers('constraint', policy)} />
      </Text>
      {held !== undefined && (
        <Text size="sm" mt={4}>
          {t('constraints.held', { ...held, open: open.length, settled: settled.length })}
        </Text>
      )}
      <details>
        <summary>{t('constraints.rules', { count: rules.length })}</summary>
        <ul className="rules">
          {rules.map((rule) => (
            <li key={rule.id}>
              <b>{rule.id}</b> ({t(`constraints.strength.${rule.strength}`)}):{' '}
              {language === 'vi' ? (rule.becauseVi ?? rule.because) : rule.because}
              {rule.words !== undefined && <Patterns label={t('constraints.words')} patterns={rule.words} />}
              {rule.near !== undefined && (
                <Patterns
                  label={t('constraints.near', { count: rule.near.within })}
                  patterns={rule.near.words}
                />
              )}
              {rule.unless !== undefined && (
                <Patterns label={t('constraints.unless')} patterns={rule.unless} />
              )}
              {rule.facts !== undefined && (
                <Patterns
                  label={t('constraints.facts')}
                  patterns={Object.entries(rule.facts).map(
                    ([fact, value]) => `${fact}: ${[value].flat().join(', ')}`,
                  )}
                />
              )}
            </li>
          ))}
        </ul>
      </details>
      <Stack gap="sm" mt="sm">
        {open.length === 0 && <Alert color="sea">{t('constraints.none')}</Alert>}
        {open.map((flag) => (
          <FlagCard key={`${flag.id} ${flag.settlementVersion}`} flag={flag} names={board.names} />
        ))}
      </Stack>
      {settled.length > 0 && (
        <details>
          <summary>{t('constraints.settledFold', { count: settled.length })}</summary>
          <Stack gap="sm" mt="xs">
            {settled.map((flag) => (
              <FlagCard key={`${flag.id} ${flag.settlementVersion}`} flag={flag} names={board.names} />
            ))}
          </Stack>
        </details>
      )}
      {passed.length > 0 && (
        <details>
          <summary>{t('constraints.passedFold', { count: passed.length })}</summary>
          <ul className="triggers">
            {passed.map(({ on, rule, words, why, by }) => (
              <li key={`${on.kind} ${on.id} ${rule} ${words.field} ${words.from}`}>
                <RecordLink kind={on.kind} id={on.id}>
                  {language === 'vi' ? on.titleVi : on.title}
                </RecordLink>
                : {t(`constraints.passed.${why}`, { by })}
                <MarkedWords words={words} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Patterns({ label, patterns }: { label: string; patterns: readonly string[] }) {
  return (
    <p className="patterns">
      {label}:{' '}
      {patterns.map((pattern) => (
        <code key={pattern}>{pattern}</code>
      ))}
    </p>
  )
}
