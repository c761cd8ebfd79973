import { Button, Group, MultiSelect, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { QuestionPage } from '#api/contract/questions'
import type { Question } from '#domain/question'
import { call } from '../client.ts'
import { ProblemNote } from '../components/Loaded.tsx'
import { quantileAt } from './history.ts'
import { askedShares, QuantileFields, quantilesFrom } from './QuantileFields.tsx'
import { SharesFields } from './SharesFields.tsx'
import { useQuestionWords } from './words.ts'

const day = 86_400_000

/** One's own forecast: sliders or quantiles, the rationale, and arguments for and against that it rests on. */
export function ForecastForm({ page }: { page: QuestionPage }) {
  const { question, mine } = page
  const { t, belief, instant } = useQuestionWords()
  const queries = useQueryClient()
  const [shares, setShares] = useState(() => sharesAt(page))
  const [values, setValues] = useState(() => valuesAt(page))
  const [rationale, setRationale] = useState('')
  const [rationaleVi, setRationaleVi] = useState('')
  const [chosen, setChosen] = useState<string[]>([...(mine?.arguments ?? [])])
  const params = { id: question.id }
  const asked = { binary: { probability: shares[0] ?? 0 }, categorical: { probabilities: [...shares] } }
  const quantiles = quantilesFrom(question, values)
  const form =
    question.kind === 'binary' || question.kind === 'categorical'
      ? asked[question.kind]
      : quantiles === undefined
        ? undefined
        : { quantiles }
  const give = useMutation({
    mutationFn: () =>
      call('giveForecast', {
        params,
        body: {
          ...form,
          ...(rationale.trim() === '' ? {} : { rationale: rationale.trim() }),
          ...(rationaleVi.trim() === '' ? {} : { rationaleVi: rationaleVi.trim() }),
          ...(chosen.length === 0 ? {} : { arguments: chosen }),
        },
      }),
    onSuccess: () => queries.invalidateQueries(),
  })
  const withdraw = useMutation({
    mutationFn: () => call('withdrawForecast', { params, body: {} }),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        give.mutate()
      }}
    >
      <Stack gap="md">
        {mine !== undefined && (
          <Text>
            {t('questions.yours')} <b>{belief(question, mine)}</b>{' '}
            <span className="quiet">
              {instant(mine.at)}
              {mine.agency === undefined ? '' : ` · ${mine.agency}`}
            </span>
          </Text>
        )}
        {question.kind === 'binary' || question.kind === 'categorical' ? (
          <SharesFields question={question} shares={shares} change={setShares} />
        ) : (
          <QuantileFields question={question} values={values} change={setValues} />
        )}
        <Textarea
          label={t('questions.rationale')}
          autosize
          minRows={2}
          maw={720}
          value={rationale}
          onChange={(event) => setRationale(event.currentTarget.value)}
        />
        <details>
          <summary>{t('questions.rationaleVi')}</summary>
          <Textarea
            mt="xs"
            lang="vi"
            aria-label={t('questions.rationaleVi')}
            autosize
            minRows={2}
            value={rationaleVi}
            onChange={(event) => setRationaleVi(event.currentTarget.value)}
          />
        </details>
        <ArgumentPicker question={question} chosen={chosen} choose={setChosen} />
        <Group>
          <Button type="submit" loading={give.isPending} disabled={form === undefined}>
            {t(mine === undefined || mine.withdrawn === true ? 'questions.give' : 'questions.giveNew')}
          </Button>
          {mine !== undefined && mine.withdrawn !== true && (
            <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
              {t('questions.withdraw')}
            </Button>
          )}
          <Text size="sm" className="quiet">
            {t('questions.giveNote')}
          </Text>
        </Group>
        {give.isError && <ProblemNote cause={give.error} />}
        {withdraw.isError && <ProblemNote cause={withdraw.error} />}
      </Stack>
    </form>
  )
}

/** Arguments that are written already, here or on other questions. */
function ArgumentPicker({
  question,
  chosen,
  choose,
}: {
  question: Question
  chosen: string[]
  choose: (ids: string[]) => void
}) {
  const { t } = useQuestionWords()
  const all = useQuery({
    queryKey: ['records', 'argument'],
    queryFn: () => call('listRecords', { params: { kind: 'argument' }, query: { limit: 1000 } }),
  })
  const data = (all.data?.records ?? []).toSorted(
    (a, b) => Number(isOf(b.body, question)) - Number(isOf(a.body, question)),
  )
  return (
    <MultiSelect
      label={t('questions.restsOnArguments')}
      searchable
      clearable
      maw={720}
      data={data.map(({ id, label, body }) => ({
        value: id,
        label: `${body['bears'] === 'for' ? t('questions.for') : t('questions.against')}: ${label}`,
      }))}
      value={chosen}
      onChange={choose}
    />
  )
}

function isOf(body: Readonly<Record<string, unknown>>, { id }: Question): boolean {
  const questions = body['questions']
  return Array.isArray(questions) && questions.includes(id)
}

function sharesAt({ question, mine }: QuestionPage): readonly number[] {
  if (question.kind === 'binary') return [mine?.probability ?? 0.5]
  const options = question.options ?? []
  return mine?.probabilities ?? options.map(() => 1 / options.length)
}

function valuesAt({ question, mine }: QuestionPage): readonly string[] {
  const { quantiles } = mine ?? {}
  if (quantiles === undefined) return []
  return askedShares.map((share) => {
    const value = quantileAt(quantiles, share) ?? 0
    return question.kind === 'date'
      ? new Date(Math.round(value) * day).toISOString().slice(0, 10)
      : String(value)
  })
}
