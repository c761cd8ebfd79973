import { Alert, Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Room } from '#api/contract/ratings'
import { useWords } from '../language.ts'
import { RatingForm } from './RatingForm.tsx'
import { useNames } from './words.ts'

interface Cell {
  readonly relation: string
  readonly leaf: string
}

/** An open round for one of its assessors: what is asked, what one has answered, and one cell at a time. */
export function BlindView({ room }: { room: Room }) {
  const { t } = useWords()
  const cells = room.leaves.flatMap((leaf) => room.relations.map((relation) => ({ relation, leaf })))
  const givenTo = ({ relation, leaf }: Cell) =>
    room.ratings.find((one) => one.relation === relation && one.leaf === leaf)
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      cells.findIndex((cell) => givenTo(cell) === undefined),
    ),
  )
  const cell = cells[at]
  if (room.me === null) return <Alert>{t('ratings.chooseWho')}</Alert>
  if (!room.progress.some(({ id }) => id === room.me)) return <Alert>{t('ratings.notAsked')}</Alert>
  if (cell === undefined) return null
  const next = () => {
    const open = (from: number, to: number) =>
      cells.findIndex((one, i) => i >= from && i < to && i !== at && givenTo(one) === undefined)
    const later = open(at + 1, cells.length)
    const found = later >= 0 ? later : open(0, at)
    if (found >= 0) setAt(found)
  }
  return (
    <Stack gap="md">
      <Overview room={room} cells={cells} at={at} choose={setAt} />
      <OneCell room={room} cell={cell} number={at + 1} of={cells.length} next={next} />
    </Stack>
  )
}

function OneCell(props: { room: Room; cell: Cell; number: number; of: number; next: () => void }) {
  const { room, cell, number, of, next } = props
  const { t, language } = useWords()
  const names = useNames(room)
  const criterion = room.criteria.find(({ code }) => code === cell.leaf)
  const given = room.ratings.find((one) => one.relation === cell.relation && one.leaf === cell.leaf)
  if (criterion === undefined) return null
  const [definition, evidence] =
    language === 'vi'
      ? [criterion.definitionVi ?? criterion.definition, criterion.evidenceVi ?? criterion.evidence]
      : [criterion.definition, criterion.evidence]
  return (
    <Paper withBorder p="md" component="section" aria-label={t('ratings.cell')}>
      <Text size="sm" className="quiet">
        {t('ratings.cellOf', { number, of })}
      </Text>
      <Title order={2} fz="lg">
        {names.relation(cell.relation)}: {names.leaf(cell.leaf)}
      </Title>
      {definition !== undefined && <Text>{definition}</Text>}
      {evidence !== undefined && (
        <Text size="sm" className="quiet" mb="sm">
          {t('ratings.counts')} {evidence}
        </Text>
      )}
      <RatingForm
        key={`${cell.relation} ${cell.leaf} ${given?.version ?? 0}`}
        round={room.id}
        relation={cell.relation}
        criterion={criterion}
        given={given}
        done={next}
      />
    </Paper>
  )
}

interface OverviewProps {
  readonly room: Room
  readonly cells: readonly Cell[]
  readonly at: number
  readonly choose: (at: number) => void
}

/** Every cell as a button: the level one gave, or a gap. */
function Overview({ room, cells, at, choose }: OverviewProps) {
  const { t } = useWords()
  const names = useNames(room)
  return (
    <section className="scroll" aria-label={t('ratings.yours')}>
      <Title order={2} fz="lg">
        {t('ratings.yours')}
      </Title>
      <Table verticalSpacing={2} withRowBorders={false} w="auto">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('ratings.criterion')}</Table.Th>
            {room.relations.map((id) => (
              <Table.Th key={id} fw={400} fz="sm">
                {names.relation(id)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {room.leaves.map((leaf) => (
            <Table.Tr key={leaf}>
              <Table.Td fz="sm">{names.leaf(leaf)}</Table.Td>
              {room.relations.map((relation) => {
                const own = room.ratings.find((one) => one.relation === relation && one.leaf === leaf)
                const index = cells.findIndex((one) => one.relation === relation && one.leaf === leaf)
                const said = own === undefined ? t('ratings.unanswered') : String(own.level)
                return (
                  <Table.Td key={relation}>
                    <Group>
                      <Button
                        size="compact-sm"
                        variant={index === at ? 'filled' : own === undefined ? 'default' : 'light'}
                        aria-pressed={index === at}
                        aria-label={`${names.relation(relation)}, ${names.leaf(leaf)}: ${said}`}
                        onClick={() => choose(index)}
                      >
                        {own?.level ?? '·'}
                      </Button>
                    </Group>
                  </Table.Td>
                )
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
