import { Button, Paper, Title } from '@mantine/core'
import { useState } from 'react'
import type { GivenRating, Room } from '#api/contract/ratings'
import { EvidenceLinks } from '../components/EvidenceLinks.tsx'
import { RecordLink } from '../components/links.tsx'
import { useWords } from '../language.ts'
import { DotPlot } from './DotPlot.tsx'
import { RatingForm } from './RatingForm.tsx'
import { Remarks } from './Remarks.tsx'
import { useNames } from './words.ts'

/** One relation on one criterion, seen: the levels of all with their ranges, reasons and evidence, remarks, one's revision. */
export function CellView({ room, leaf, relation }: { room: Room; leaf: string; relation: string }) {
  const { t } = useWords()
  const names = useNames(room)
  const [revising, setRevising] = useState(false)
  const here = room.ratings.filter((one) => one.leaf === leaf && one.relation === relation)
  const criterion = room.criteria.find(({ code }) => code === leaf)
  const mine = here.find((one) => one.assessor === room.me && one.revises === undefined)
  const revised = here.some((one) => one.revises !== undefined && one.revises === mine?.id)
  const mayRevise = room.state === 'closed' && mine !== undefined && !revised
  return (
    <Paper withBorder p="sm" component="section" aria-label={names.relation(relation)}>
      <Title order={3} fz="md" mb={4}>
        {names.relation(relation)}
      </Title>
      <DotPlot room={room} ratings={here} levels={criterion?.scale?.length ?? 5} />
      <details>
        <summary>{t('ratings.reasons')}</summary>
        <ul className="plain">
          {here.map((one) => (
            <li key={one.id}>
              <Reason rating={one} name={names.assessor(one.assessor)} />
            </li>
          ))}
        </ul>
      </details>
      <Remarks room={room} leaf={leaf} relation={relation} />
      {mayRevise && !revising && (
        <Button mt="xs" size="compact-sm" variant="default" onClick={() => setRevising(true)}>
          {t('ratings.reviseMine')}
        </Button>
      )}
      {mayRevise && revising && criterion !== undefined && (
        <RatingForm
          round={room.id}
          relation={relation}
          criterion={criterion}
          given={mine}
          revise
          done={() => setRevising(false)}
        />
      )}
    </Paper>
  )
}

function Reason({ rating, name }: { rating: GivenRating; name: string }) {
  const { t } = useWords()
  const { id, because, revises, level, restsOn = [] } = rating
  return (
    <>
      <RecordLink kind="rating" id={id}>
        {name}, {level}
        {revises !== undefined && ` (${t('ratings.revisedShort')})`}
      </RecordLink>
      : {because}{' '}
      <EvidenceLinks
        evidence={restsOn.map(({ source, locator }) => ({
          id,
          kind: 'rating',
          source,
          locator: locator ?? null,
        }))}
      />
    </>
  )
}
