import { Anchor, Badge, Button, Group, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { AlikeCase, CasesAnswer } from '#api/contract/mediation-cases'
import { useWords } from '../language.ts'
import { useCaseWords } from './words.ts'

const atOnce = 12

/** The cases most alike: what matches, what differs, what is not known, what came of it; notes and sources when opened. */
export function AlikeCases({ answer }: { answer: CasesAnswer }) {
  const { t } = useWords()
  const [shown, setShown] = useState(atOnce)
  if (answer.alike.length === 0) return null
  return (
    <section aria-labelledby="alike-title">
      <Title order={2} fz="lg" id="alike-title">
        {t('mediationCases.alike')}
      </Title>
      <Text size="sm" className="quiet" maw={760}>
        {t('mediationCases.alikeNote')}
      </Text>
      <Table verticalSpacing={6} className="stacked">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('mediationCases.case')}</Table.Th>
            <Table.Th>{t('mediationCases.similarity')}</Table.Th>
            <Table.Th>{t('mediationCases.same')}</Table.Th>
            <Table.Th>{t('mediationCases.differs')}</Table.Th>
            <Table.Th>{t('mediationCases.outcome')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {answer.alike.slice(0, shown).map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a third party may stand twice in an attempt; the list never moves
            <CaseRow key={at} one={one} answer={answer} />
          ))}
        </Table.Tbody>
      </Table>
      {shown < answer.alike.length && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setShown(shown + 48)}>
          {t('exhibit.more', { count: answer.alike.length - shown })}
        </Button>
      )}
    </section>
  )
}

function CaseRow({ one, answer }: { one: AlikeCase; answer: CasesAnswer }) {
  const { t, language } = useWords()
  const words = useCaseWords()
  const asked = answer.features.filter(({ target }) => target !== null)
  const part = (id: string) => one.parts[id] ?? null
  const text = (id: string) => `${words.feature(id)}: ${words.value(id, one.features[id] ?? null)}`
  const same = asked.filter(({ id }) => (part(id) ?? 0) > 0.99)
  const near = asked.filter(({ id }) => part(id) !== null && (part(id) ?? 0) > 0 && (part(id) ?? 1) <= 0.99)
  const other = asked.filter(({ id }) => part(id) === 0)
  const unknown = asked.filter(
    ({ id, kind }) => part(id) === null && (kind !== 'presence' || one.features[id] === null),
  )
  return (
    <Table.Tr>
      <Table.Td>
        <b>{one.mediator}</b>, {one.year}
        <Text size="sm" className="quiet">
          {one.dispute} · {t('mediationCases.attempt', { id: one.attempt })}
        </Text>
        <Group gap={4}>
          {one.roles.map((role) => (
            <Badge key={role} variant="light" tt="none" fw={500}>
              {words.role(role)}
            </Badge>
          ))}
        </Group>
        <Notes one={one} />
      </Table.Td>
      <Table.Td className="number" data-label={t('mediationCases.similarity')}>
        {one.similarity.toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}
      </Table.Td>
      <Table.Td fz="sm" data-label={t('mediationCases.same')}>
        {same.map(({ id }) => text(id)).join('; ') || '–'}
      </Table.Td>
      <Table.Td fz="sm" data-label={t('mediationCases.differs')}>
        {[...near, ...other].map(({ id }) => text(id)).join('; ') || '–'}
        {unknown.length > 0 && (
          <Text size="xs" className="quiet">
            {t('mediationCases.unknown', { features: unknown.map(({ id }) => words.feature(id)).join(', ') })}
          </Text>
        )}
      </Table.Td>
      <Table.Td fz="sm" data-label={t('mediationCases.outcome')}>
        {one.outcome === 1 ? (
          <b>{t('mediationCases.came')}</b>
        ) : one.outcome === 0 ? (
          t('mediationCases.cameNot')
        ) : (
          t('mediationCases.notKnown')
        )}
        {one.outcome === 1 && one.agreement !== null && (
          <Text size="xs" className="quiet">
            {one.agreement}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

/** The rows behind a case, as its record tells them, with their sources. */
function Notes({ one }: { one: AlikeCase }) {
  const { t } = useWords()
  return (
    <details>
      <summary>
        <Text span size="sm" c="sea.7">
          {t('mediationCases.open')}
        </Text>
      </summary>
      {one.lead !== null && (
        <Text size="sm">
          {t('mediationCases.ledBy')}: {one.lead}
        </Text>
      )}
      {one.notes.length === 0 && <Text size="sm">{t('mediationCases.noNotes')}</Text>}
      {one.notes.map(({ source, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: notes of a case have no other name and never move
        <Text key={at} size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
          {text}{' '}
          {source !== null &&
            (/^https?:\/\//.test(source) ? (
              <Anchor href={source} rel="noreferrer" target="_blank" size="sm" underline="always">
                {source}
              </Anchor>
            ) : (
              <span className="quiet">({source})</span>
            ))}
        </Text>
      ))}
    </details>
  )
}
