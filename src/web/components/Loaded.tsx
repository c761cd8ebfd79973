import { Alert, Loader } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemError } from '../client.ts'
import { useWords } from '../language.ts'

/** What was asked for, once it is there; until then a sign that it is coming; else what went wrong and what to do. */
export function Loaded<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>
  children: (data: T) => ReactNode
}) {
  const { t } = useWords()
  if (query.isPending) return <Loader size="sm" my="md" role="status" aria-label={t('loading')} />
  if (query.isError) return <ProblemNote cause={query.error} />
  return children(query.data)
}

/** A problem in words, with advice. */
export function ProblemNote({ cause }: { cause: unknown }) {
  const { t } = useWords()
  if (!(cause instanceof ProblemError))
    return (
      <Alert color="red" title={t('problem.unreachable')} role="alert">
        {t('problem.unreachableAdvice')}
      </Alert>
    )
  const { code, title, detail, advice, place } = cause.problem
  return (
    <Alert color="red" title={t(`error.${code}`, { defaultValue: title })} role="alert">
      {place?.field === undefined ? detail : `${place.field}: ${detail}`}. {advice}
    </Alert>
  )
}
