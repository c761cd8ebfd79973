import { Alert, Text, Title } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CasesAnswer, Rate } from '#api/contract/mediation-cases'
import type { Cell, Exhibit } from '#domain/exhibit'
import { type ChartedRate, roleRateChart } from '#instruments/mediation/instrument'
import { call, ProblemError } from '../client.ts'
import { ExhibitView } from '../components/ExhibitView.tsx'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { useWords } from '../language.ts'
import { AlikeCases } from './AlikeCases.tsx'
import { type Asked, queryOf } from './CasesForm.tsx'
import { useCaseWords } from './words.ts'

/** Attempts like a target from the imported record. */
export function useCases(asked: Asked) {
  return useQuery({
    queryKey: ['mediation-cases', asked],
    queryFn: () => call('mediationCases', { query: queryOf(asked) }),
    retry: false,
    placeholderData: (before) => before,
  })
}

/** Comparable cases of a role and of what is known of a dispute, for any page that tells of one. */
export function ComparableCases({
  roles,
  target = {},
  k = 40,
}: {
  roles: readonly string[]
  target?: Readonly<Record<string, string>>
  k?: number
}) {
  const query = useCases({
    roles,
    target,
    k,
    outcome: undefined,
    cluster: undefined,
    record: undefined,
  })
  if (isAbsent(query.error)) return <NoRecord />
  return <Loaded query={query}>{(answer) => <CasesView answer={answer} />}</Loaded>
}

/** Whether no record was imported, which is no fault. */
export function isAbsent(cause: unknown): boolean {
  return cause instanceof ProblemError && cause.problem.code === 'dataset-absent'
}

/** Rates among those alike and in all, by role, what to beware of, and the cases. */
export function CasesView({ answer }: { answer: CasesAnswer }) {
  const { t } = useWords()
  const words = useCaseWords()
  const narrow = useMediaQuery('(max-width: 48rem)', undefined, { getInitialValueInEffect: false })
  const exhibit = useMemo(() => roleExhibit(answer, t, words, narrow ? 110 : 220), [answer, t, words, narrow])
  const { base, comparable, difference, leftOut } = answer
  const told = (rate: Rate) =>
    t('mediationCases.rate', {
      share: words.share(rate.value),
      interval: words.interval(rate.outer),
      count: rate.n,
      clusters: rate.clusters,
    })
  return (
    <div>
      <section aria-labelledby="rates-title">
        <Title order={2} fz="lg" id="rates-title">
          {t('mediationCases.rates', { outcome: t(`mediationCases.outcomeOf.${answer.outcome}`) })}
        </Title>
        {comparable !== null && (
          <Text>
            <b>{t(answer.k === null ? 'mediationCases.weighted' : 'mediationCases.nearest')}</b>:{' '}
            {told(comparable)}
            {difference !== null && (
              <>
                {'. '}
                {t('mediationCases.difference', {
                  points: signed(difference.value),
                  interval:
                    difference.interval === null ? '' : `[${difference.interval.map(signed).join(', ')}]`,
                })}
              </>
            )}
          </Text>
        )}
        {base !== null && (
          <Text>
            <b>{t('mediationCases.base')}</b>: {told(base)}
          </Text>
        )}
        <ul className="plain quiet">
          {answer.notices.map((notice) => (
            <li key={notice}>{t(`mediationCases.notice.${notice}`)}</li>
          ))}
          {leftOut.outcomeMissing > 0 && (
            <li>{t('mediationCases.outcomeMissing', { count: leftOut.outcomeMissing })}</li>
          )}
          {leftOut.nothingCompared > 0 && (
            <li>{t('mediationCases.nothingCompared', { count: leftOut.nothingCompared })}</li>
          )}
        </ul>
      </section>
      <ExhibitView exhibit={exhibit} order={2} download />
      <AlikeCases answer={answer} />
      <Text size="sm" className="quiet" mt="sm">
        {t('mediationCases.from', { version: answer.version, rows: answer.rows, attempts: answer.attempts })}{' '}
        {answer.record === 'cases' ? t('mediationCases.ownRecord') : answer.citation}{' '}
        <PageLink to="/data/$id" params={{ id: 'mediation' }} underline="always">
          {t('nav.data')}
        </PageLink>
      </Text>
    </div>
  )
}

/** No record was imported: how to bring one. */
export function NoRecord() {
  const { t } = useWords()
  return (
    <Alert title={t('mediationCases.none')}>
      {t('mediationCases.bring')}{' '}
      <PageLink to="/data/$id" params={{ id: 'mediation' }} underline="always">
        {t('nav.data')}
      </PageLink>
    </Alert>
  )
}

function roleExhibit(
  answer: CasesAnswer,
  t: ReturnType<typeof useWords>['t'],
  words: ReturnType<typeof useCaseWords>,
  labelLimit: number,
): Exhibit {
  const cell = (rate: Rate | null): Cell =>
    rate === null
      ? { missing: 'not-applicable', because: t('mediationCases.noCase') }
      : {
          value: Math.round(rate.value * 100),
          interval: [...rate.outer].map((end) => Math.round(end * 100)) as unknown as [number, number],
        }
  return {
    id: 'rates-by-role',
    step: 'M8',
    title: t('mediationCases.byRole'),
    columns: [
      { title: t('mediationCases.role.title') },
      { title: t('mediationCases.inAll'), unit: '%' },
      { title: t('mediationCases.attempts') },
      { title: t('mediationCases.amongAlike'), unit: '%' },
      { title: t('mediationCases.attempts') },
    ],
    rows: answer.byRole.map(({ role, all, alike, circular }) => ({
      cells: [
        circular ? `${words.role(role)} (${t('mediationCases.circular')})` : words.role(role),
        cell(all),
        all?.n ?? 0,
        cell(alike),
        alike?.n ?? 0,
      ],
      evidence: [],
    })),
    chart: roleRateChart(
      answer.byRole
        .filter(({ circular }) => !circular)
        .map(({ role, all, alike }) => ({
          role: words.role(role),
          all: charted(all),
          alike: charted(alike),
        })),
      answer.base?.value ?? null,
      {
        all: t('mediationCases.inAll'),
        alike: t('mediationCases.amongAlike'),
        axis: t('mediationCases.axis'),
      },
      labelLimit,
    ),
  }
}

function charted(rate: Rate | null): ChartedRate | null {
  return rate === null ? null : { value: rate.value, interval: rate.outer, attempts: rate.n }
}

function signed(value: number): string {
  const points = Math.round(value * 100)
  return `${points < 0 ? '−' : '+'}${Math.abs(points)}`
}
