import { Badge, Loader, Stack, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LeafAgreement, Room } from '#api/contract/ratings'
import { isMissing } from '#domain/missing'
import { call } from '../client.ts'
import { ProblemNote } from '../components/Loaded.tsx'
import { useWords } from '../language.ts'
import { AgreementTable } from './AgreementTable.tsx'
import { CellView } from './CellView.tsx'
import { useNames, useScale } from './words.ts'

/** A closed round: agreement criterion by criterion, and everyone's levels side by side for the one chosen. */
export function SeenView({ room }: { room: Room }) {
  const { t } = useWords()
  const agreement = useQuery({
    queryKey: ['round', room.id, 'agreement'],
    queryFn: () => call('roundAgreement', { params: { id: room.id } }),
  })
  const [chosen, setChosen] = useState<string>()
  if (agreement.isPending) return <Loader size="sm" aria-label={t('loading')} />
  if (agreement.isError) return <ProblemNote cause={agreement.error} />
  const { leaves } = agreement.data
  const leaf = chosen ?? leastAgreed(leaves) ?? room.leaves[0] ?? ''
  return (
    <Stack gap="md">
      <AgreementTable room={room} leaves={leaves} chosen={leaf} choose={setChosen} />
      <OneLeaf key={leaf} room={room} leaf={leaf} />
    </Stack>
  )
}

function leastAgreed(leaves: readonly LeafAgreement[]): string | undefined {
  return leaves
    .flatMap(({ leaf, blind }) => (isMissing(blind) ? [] : [{ leaf, alpha: blind.value }]))
    .toSorted((a, b) => a.alpha - b.alpha)[0]?.leaf
}

function OneLeaf({ room, leaf }: { room: Room; leaf: string }) {
  const { t } = useWords()
  const names = useNames(room)
  const criterion = room.criteria.find(({ code }) => code === leaf)
  const scale = useScale(criterion)
  const made = room.ratings.some((one) => one.leaf === leaf && one.illustrative === true)
  return (
    <section aria-label={names.leaf(leaf)}>
      <Title order={2} fz="lg" id="leaf">
        {names.leaf(leaf)} {made && <Badge color="sand">{t('ratings.illustrative')}</Badge>}
      </Title>
      <details>
        <summary>{t('ratings.scale')}</summary>
        <ol className="plain">
          {scale.map(({ level, anchor }) => (
            <li key={level}>{anchor}</li>
          ))}
        </ol>
      </details>
      <div className="cells">
        {room.relations.map((relation) => (
          <CellView key={relation} room={room} leaf={leaf} relation={relation} />
        ))}
      </div>
    </section>
  )
}
