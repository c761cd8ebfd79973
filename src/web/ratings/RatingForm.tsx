import { Button, Group, NativeSelect, Radio, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { GivenRating } from '#api/contract/ratings'
import type { Criterion } from '#domain/framework'
import { call } from '../client.ts'
import { ProblemNote } from '../components/Loaded.tsx'
import { useWords } from '../language.ts'
import { useScale } from './words.ts'

interface Asked {
  readonly round: string
  readonly relation: string
  readonly criterion: Criterion
  /** one's own rating of this cell as it stands, if there is one */
  readonly given: GivenRating | undefined
  /** true if the round is closed, and the rating is revised */
  readonly revise?: boolean
  readonly done: () => void
}

/** One cell: the anchored scale in full, the range thought possible, the reason, the evidence. */
export function RatingForm({ round, relation, criterion, given, revise = false, done }: Asked) {
  const { t } = useWords()
  const queries = useQueryClient()
  const scale = useScale(criterion)
  const [level, setLevel] = useState(given === undefined ? '' : String(given.level))
  const [low, setLow] = useState(String(given?.low ?? ''))
  const [high, setHigh] = useState(String(given?.high ?? ''))
  const [because, setBecause] = useState(revise ? '' : (given?.because ?? ''))
  const [source, setSource] = useState<string | null>(given?.restsOn?.[0]?.source ?? null)
  const [locator, setLocator] = useState(given?.restsOn?.[0]?.locator ?? '')
  const save = useMutation({
    mutationFn: () => {
      const others = given?.restsOn?.slice(1) ?? []
      const place = locator.trim() === '' ? {} : { locator: locator.trim() }
      const judged = {
        relation,
        leaf: criterion.code,
        level: Number(level),
        ...(low === '' ? {} : { low: Math.min(Number(low), Number(level)) }),
        ...(high === '' ? {} : { high: Math.max(Number(high), Number(level)) }),
        because: because.trim(),
        restsOn: source === null ? [] : [{ ...given?.restsOn?.[0], source, ...place }, ...others],
      }
      const params = { id: round }
      return revise
        ? call('reviseRating', { params, body: judged })
        : call('rate', { params, body: { ...judged, seen: given?.version ?? 0 } })
    },
    onSuccess: async () => {
      await queries.invalidateQueries()
      done()
    },
  })
  const levels = (from: number, to: number) => [
    { value: '', label: t('ratings.asLevel') },
    ...scale
      .filter((one) => one.level >= from && one.level <= to)
      .map((one) => ({ value: String(one.level), label: String(one.level) })),
  ]
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Stack gap="sm">
        <Radio.Group label={t('ratings.level')} value={level} onChange={setLevel} required>
          <Stack gap={6} mt={4}>
            {scale.map((one) => (
              <Radio key={one.level} value={String(one.level)} label={`${one.level}: ${one.anchor}`} />
            ))}
          </Stack>
        </Radio.Group>
        <Group gap="sm" align="flex-end">
          <NativeSelect
            label={t('ratings.low')}
            data={levels(1, Number(level) || 9)}
            value={low}
            onChange={(event) => setLow(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('ratings.high')}
            data={levels(Number(level) || 1, 9)}
            value={high}
            onChange={(event) => setHigh(event.currentTarget.value)}
          />
        </Group>
        <Textarea
          label={revise ? t('ratings.whyRevised') : t('ratings.because')}
          required
          autosize
          minRows={2}
          value={because}
          onChange={(event) => setBecause(event.currentTarget.value)}
        />
        <EvidenceFields source={source} setSource={setSource} locator={locator} setLocator={setLocator} />
        <Group>
          <Button type="submit" loading={save.isPending} disabled={level === '' || because.trim() === ''}>
            {revise ? t('ratings.revise') : given === undefined ? t('ratings.give') : t('ratings.change')}
          </Button>
          {revise && (
            <Text size="sm" className="quiet">
              {t('ratings.once')}
            </Text>
          )}
        </Group>
        {save.isError && <ProblemNote cause={save.error} />}
      </Stack>
    </form>
  )
}

interface Evidence {
  readonly source: string | null
  readonly setSource: (id: string | null) => void
  readonly locator: string
  readonly setLocator: (place: string) => void
}

function EvidenceFields({ source, setSource, locator, setLocator }: Evidence) {
  const { t } = useWords()
  const sources = useQuery({
    queryKey: ['records', 'source'],
    queryFn: () => call('listRecords', { params: { kind: 'source' }, query: { limit: 1000 } }),
  })
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label={t('ratings.source')}
        searchable
        clearable
        limit={60}
        w={320}
        maw="100%"
        data={(sources.data?.records ?? []).map(({ id, label }) => ({ value: id, label }))}
        value={source}
        onChange={setSource}
      />
      <TextInput
        label={t('ratings.locator')}
        placeholder={t('ratings.locatorExample')}
        disabled={source === null}
        value={locator}
        onChange={(event) => setLocator(event.currentTarget.value)}
      />
    </Group>
  )
}
