import { Alert, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type Board, type BoardEntry, contradictionKindNames } from '#api/contract/contradictions'
import { useWords } from '../language.ts'
import type { Asked } from './asked.ts'
import { ContradictionCard } from './ContradictionCard.tsx'

/** The contradictions, the most severe first, those of one kind or agency if wanted; settled ones and untested ones folded. */
export function BoardView({ board, asked }: { board: Board; asked: Asked }) {
  const { t, language } = useWords()
  const [kind, setKind] = useState<string | null>(null)
  const [agency, setAgency] = useState<string | null>(null)
  const { contradictions, untested, names } = board
  const wanted = contradictions.filter(
    (one) => (kind === null || one.kind === kind) && (agency === null || one.agencies.includes(agency)),
  )
  const live = wanted.filter(({ state }) => state !== 'settled')
  const settled = wanted.filter(({ state }) => state === 'settled')
  const agencies = [...new Set(contradictions.flatMap((one) => one.agencies))].toSorted((a, b) =>
    a.localeCompare(b, language),
  )
  const present = contradictionKindNames.filter((one) => contradictions.some((entry) => entry.kind === one))
  return (
    <Stack gap="md">
      <div className="choices">
        <Select
          label={t('contradictions.filterKind')}
          placeholder={t('contradictions.all')}
          clearable
          data={present.map((one) => ({ value: one, label: t(`contradictions.kind.${one}`) }))}
          value={kind}
          onChange={setKind}
        />
        <Select
          label={t('contradictions.filterAgency')}
          placeholder={t('contradictions.all')}
          clearable
          data={agencies}
          value={agency}
          onChange={setAgency}
        />
      </div>
      <Text role="status">
        {t('contradictions.summary', { open: live.length, settled: settled.length, tests: board.tests })}
      </Text>
      {live.length === 0 && <Alert color="sea">{t('contradictions.none')}</Alert>}
      <Cards entries={live} names={names} asked={asked} />
      {settled.length > 0 && (
        <details>
          <summary>{t('contradictions.settledFold', { count: settled.length })}</summary>
          <Cards entries={settled} names={names} asked={asked} />
        </details>
      )}
      {untested.length > 0 && (
        <details>
          <summary>{t('contradictions.untestedFold', { count: untested.length })}</summary>
          <ul>
            {untested.map(({ id, about, because }) => (
              <li key={id}>
                {about[language]}: {because[language]}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Stack>
  )
}

function Cards({
  entries,
  ...rest
}: {
  entries: readonly BoardEntry[]
  names: Board['names']
  asked: Asked
}) {
  return (
    <Stack gap="sm" mt="xs">
      {entries.map((entry) => (
        <ContradictionCard key={`${entry.id} ${entry.settlementVersion}`} entry={entry} {...rest} />
      ))}
    </Stack>
  )
}
