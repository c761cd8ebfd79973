import { Badge, Button, Group, Paper, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommitmentEntry, CommitmentList } from '#api/contract/commitments'
import { call } from '../client.ts'
import { EvidenceLinks } from '../components/EvidenceLinks.tsx'
import { ProblemNote } from '../components/Loaded.tsx'
import { RecordLink } from '../components/links.tsx'
import { useWords } from '../language.ts'
import { CodingForm } from './CodingForm.tsx'
import { timeZone, useNames, useText } from './names.ts'
import { StandingBadge } from './StandingBadge.tsx'

interface Props {
  readonly entry: CommitmentEntry
  readonly list: CommitmentList
}

/** One commitment: parties, date, evidence; its codings; and a question about it in one click. */
export function CommitmentCard({ entry, list }: Props) {
  const { t } = useWords()
  const names = useNames(list)
  const text = useText()
  const { commitment, standing, evidence } = entry
  const { id, owner, towards = [], institution, relation, ministry, made, due, illustrative } = commitment
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('commitments.towards'), towards.length === 0 ? undefined : towards.map(names.actor).join(', ')],
    [t('commitments.institution'), institution === undefined ? undefined : names.institution(institution)],
    [t('commitments.relation'), relation === undefined ? undefined : names.relation(relation)],
    [t('commitments.ministry'), ministry === undefined ? undefined : names.actor(ministry)],
    [t('commitments.made'), made],
    [t('commitments.due'), due ?? t('commitments.noDate')],
  ]
  return (
    <Paper withBorder p="md" component="section" aria-label={text(entry)} id={id}>
      <Group gap="xs" align="center">
        <Title order={3} fz="md">
          {names.actor(owner)}:{' '}
          <RecordLink kind="commitment" id={id}>
            {text(entry)}
          </RecordLink>
        </Title>
        <StandingBadge standing={standing} />
        {illustrative === true && <Badge color="sand">{t('commitments.illustrative')}</Badge>}
      </Group>
      <Text size="sm" component="div" my={4}>
        {facts
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => (
            <span key={name}>
              <span className="quiet">{name}:</span> {value}{' '}
            </span>
          ))}
        <EvidenceLinks evidence={evidence} />
      </Text>
      <Codings entry={entry} me={list.me} today={list.today} />
      <Ask entry={entry} me={list.me} />
    </Paper>
  )
}

function Codings({ entry, me, today }: { entry: CommitmentEntry; me: string | null; today: string }) {
  const { t, language } = useWords()
  const [open, setOpen] = useState(false)
  const { codings, coders, commitment } = entry
  const mine = codings.find(({ coder }) => coder === me)
  const signed = new Intl.NumberFormat(language, { signDisplay: 'exceptZero' })
  return (
    <>
      <Text size="sm">{coders > 1 ? t('commitments.codedByTwo') : t('commitments.coded', { coders })}</Text>
      {codings.map(({ coder, score, because, upTo }) => (
        <Text key={coder} size="sm">
          <b className="number">{signed.format(score)}</b> {coder}
          {coder === me && ` (${t('commitments.yours')})`}, {t('commitments.upToDay', { upTo })}: {because}
        </Text>
      ))}
      {coders < 2 && me !== null && (
        <Button size="compact-sm" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {mine === undefined ? t('commitments.code') : t('commitments.recode')}
        </Button>
      )}
      {open && coders < 2 && me !== null && (
        <CodingForm commitment={commitment.id} given={mine} today={today} done={() => setOpen(false)} />
      )}
    </>
  )
}

function Ask({ entry, me }: { entry: CommitmentEntry; me: string | null }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const { id } = entry.commitment
  const ask = useMutation({
    mutationFn: () => call('askOfCommitment', { params: { id }, body: { zone: timeZone } }),
    onSuccess: () => queries.invalidateQueries(),
  })
  const question = entry.question ?? ask.data?.id
  if (question !== undefined)
    return (
      <Text size="sm" mt={4}>
        <RecordLink kind="question" id={question}>
          {t('commitments.question')}
        </RecordLink>
      </Text>
    )
  if (entry.standing !== 'due') return null
  return (
    <Group gap="xs" mt={6}>
      <Button size="compact-sm" loading={ask.isPending} disabled={me === null} onClick={() => ask.mutate()}>
        {t('commitments.ask')}
      </Button>
      {me === null && (
        <Text size="sm" className="quiet">
          {t('commitments.askWho')}
        </Text>
      )}
      {ask.isError && <ProblemNote cause={ask.error} />}
    </Group>
  )
}
