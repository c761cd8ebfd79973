import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { QuestionPage } from '#api/contract/questions'
import { call } from '../client.ts'
import { EvidenceLinks } from '../components/EvidenceLinks.tsx'
import { ProblemNote } from '../components/Loaded.tsx'
import { useQuestionWords } from './words.ts'

type Step = 'resolved' | 'annulled' | 'reopened' | 'appeal' | 'upheld' | 'rejected'

/** How it came out and why, objections and their answers, and what the one who looks may do about it. */
export function ResolutionPanel({ page }: { page: QuestionPage }) {
  const { t, outcome, instant } = useQuestionWords()
  const { question, resolution, status, me } = page
  const steps = stepsFor(page)
  return (
    <Stack gap="sm">
      {resolution === undefined || resolution.state === 'reopened' ? (
        <Text className="quiet">{t('questions.notResolved', { resolver: question.resolver })}</Text>
      ) : (
        <Text>
          {resolution.outcome === undefined ? (
            <b>{t('questions.status.annulled')}</b>
          ) : (
            <>
              {t('questions.cameOut')} <b>{outcome(question, resolution.outcome)}</b>
            </>
          )}{' '}
          <span className="quiet">
            {instant(resolution.at)} · {resolution.by}
          </span>
        </Text>
      )}
      {resolution !== undefined && <Text size="sm">{resolution.because}</Text>}
      {resolution?.restsOn !== undefined && (
        <div>
          <EvidenceLinks
            evidence={resolution.restsOn.map(({ source, locator = '' }) => ({
              id: source,
              kind: 'source',
              source,
              locator,
            }))}
          />
        </div>
      )}
      {(resolution?.appeals ?? []).map((appeal) => (
        <Text key={appeal.at} size="sm">
          {t('questions.appealOf', { who: appeal.by })}: {appeal.because}{' '}
          <span className="quiet">
            {appeal.answer === undefined
              ? t('questions.waits')
              : `${t(`questions.${appeal.answer}`)}: ${appeal.answerBecause ?? ''}`}
          </span>
        </Text>
      ))}
      {me !== null && steps.length > 0 && <StepForm key={status} page={page} steps={steps} />}
    </Stack>
  )
}

function stepsFor({ status, question, me, resolution }: QuestionPage): readonly Step[] {
  const resolver = me === question.resolver
  if (status === 'appeal') return resolver ? ['rejected', 'upheld'] : []
  if (status === 'resolved' || status === 'annulled')
    return [
      ...(resolver ? (['reopened'] as const) : []),
      ...(resolution === undefined ? [] : (['appeal'] as const)),
    ]
  return resolver && status !== 'draft' ? ['resolved', 'annulled'] : []
}

function StepForm({ page, steps }: { page: QuestionPage; steps: readonly Step[] }) {
  const { t, titled } = useQuestionWords()
  const queries = useQueryClient()
  const { question } = page
  const [step, setStep] = useState<Step>(steps[0] ?? 'resolved')
  const [answer, setAnswer] = useState('')
  const [because, setBecause] = useState('')
  const params = { id: question.id }
  const take = useMutation({
    mutationFn: (): Promise<unknown> => {
      if (step === 'appeal') return call('appeal', { params, body: { because } })
      if (step === 'upheld' || step === 'rejected')
        return call('answerAppeal', { params, body: { answer: step, because } })
      const outcome = question.kind === 'numeric' ? Number(answer) : answer
      return call('resolveQuestion', {
        params,
        body: { state: step, because, ...(step === 'resolved' ? { outcome } : {}) },
      })
    },
    onSuccess: () => queries.invalidateQueries(),
  })
  const choices =
    question.kind === 'binary'
      ? ['yes', 'no'].map((value) => ({ value, label: t(`questions.${value}`) }))
      : (question.options ?? []).map((one) => ({ value: one.id, label: titled(one) }))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        take.mutate()
      }}
    >
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={t('questions.step')}
          value={step}
          onChange={(event) => setStep(steps.find((one) => one === event.currentTarget.value) ?? step)}
          data={steps.map((value) => ({ value, label: t(`questions.steps.${value}`) }))}
        />
        {step === 'resolved' &&
          (choices.length > 0 ? (
            <NativeSelect
              label={t('questions.outcome')}
              value={answer}
              onChange={(event) => setAnswer(event.currentTarget.value)}
              data={[{ value: '', label: '–' }, ...choices]}
            />
          ) : (
            <TextInput
              label={t('questions.outcome')}
              type={question.kind === 'date' ? 'date' : 'text'}
              value={answer}
              onChange={(event) => setAnswer(event.currentTarget.value)}
            />
          ))}
        <Textarea
          label={t('questions.because')}
          autosize
          style={{ flex: '1 1 260px' }}
          maw={560}
          value={because}
          onChange={(event) => setBecause(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          loading={take.isPending}
          disabled={because.trim() === '' || (step === 'resolved' && answer === '')}
        >
          {t('questions.takeStep')}
        </Button>
      </Group>
      {take.isError && <ProblemNote cause={take.error} />}
    </form>
  )
}
