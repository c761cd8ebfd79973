import { Group, Table, Text, Title } from '@mantine/core'
import { compareDates } from '#domain/date'
import { type Dispute, partyName } from '#domain/dispute'
import { type FindingEvidence, pointers } from '#domain/finding'
import { roleOf } from '#domain/third-party-role'
import { EvidenceLinks } from '../components/EvidenceLinks.tsx'
import { useStateName } from '../components/StatePicker.tsx'
import { useEvery } from '../every-record.ts'
import { useWords } from '../language.ts'

/** Names of states and actors in the language of the page. */
export function useNames(): (one: {
  readonly state?: string | undefined
  readonly actor?: string | undefined
}) => string {
  const { language } = useWords()
  const actors = useEvery('actor')
  const stateName = useStateName()
  return (one) => {
    if (one.state !== undefined) return stateName(one.state)
    const actor = actors.data?.find(({ id }) => id === one.actor)?.body
    return (language === 'vi' ? actor?.nameVi : undefined) ?? actor?.name ?? partyName(one)
  }
}

/** Who quarrels about what, and what happened: phases, and who else stepped between, in order of time. */
export function DisputeStory({ dispute }: { dispute: Dispute }) {
  const { t, language } = useWords()
  const nameOf = useNames()
  const sides = [...Map.groupBy(dispute.parties, (party) => party.side ?? partyName(party)).values()]
  return (
    <>
      <Group gap="xl" align="flex-start">
        {sides.map((parties, at) => (
          <div key={parties.map(partyName).join()}>
            <Text size="xs" className="quiet">
              {t('mediation.sideNumber', { number: at + 1 })}
            </Text>
            {parties.map((party) => (
              <Group key={partyName(party)} gap={6} wrap="nowrap">
                <Text fw={600}>{nameOf(party)}</Text>
                <EvidenceLinks evidence={placed(dispute, party.restsOn)} />
              </Group>
            ))}
          </div>
        ))}
        {dispute.issues !== undefined && (
          <div>
            <Text size="xs" className="quiet">
              {t('mediation.issues')}
            </Text>
            <ul className="plain">
              {dispute.issues.map(({ id, title, titleVi }) => (
                <li key={id}>{(language === 'vi' ? titleVi : undefined) ?? title}</li>
              ))}
            </ul>
          </div>
        )}
      </Group>
      {sides.length < 2 && <Text mt="xs">{t('mediation.oneSide')}</Text>}
      <Title order={2} fz="lg" mt="md">
        {t('mediation.timeline')}
      </Title>
      <Timeline dispute={dispute} />
    </>
  )
}

function placed(dispute: Dispute, restsOn: Dispute['restsOn'] | undefined): readonly FindingEvidence[] {
  return pointers('dispute', { id: dispute.id, restsOn: restsOn ?? dispute.restsOn })
}

function Timeline({ dispute }: { dispute: Dispute }) {
  const { t, language } = useWords()
  const nameOf = useNames()
  const own = <T,>(en: T, vi: T | undefined) => (language === 'vi' ? vi : undefined) ?? en
  const phases = dispute.phases.map((one) => ({
    key: `phase ${one.id}`,
    ...one,
    tag: t(`mediation.stage.${one.stage}`),
    text: own(one.label, one.labelVi),
    third: false,
  }))
  const acts = (dispute.thirdParties ?? []).map((one) => ({
    key: `act ${partyName(one)} ${one.role} ${one.from}`,
    ...one,
    tag: roleOf(one.role).title[language],
    text: `${nameOf(one)}: ${own(one.what, one.whatVi)}`,
    third: true,
  }))
  const lines = [...phases, ...acts].toSorted(
    (a, b) => compareDates(a.from, b.from) || Number(a.third) - Number(b.third),
  )
  return (
    <section className="scroll">
      <Table className="stacked" verticalSpacing={5} aria-label={t('mediation.timeline')}>
        <Table.Tbody>
          {lines.map(({ key, from, to, tag, text, third, illustrative, restsOn }) => (
            <Table.Tr key={key}>
              <Table.Td className="number" w={170}>
                {spanOf(from, to)}
              </Table.Td>
              <Table.Td w={210}>
                <span className={third ? 'tag outlined' : 'tag'}>{tag}</span>
              </Table.Td>
              <Table.Td>
                {text}
                {illustrative === true && <span className="quiet"> ({t('mediation.illustrative')})</span>}
              </Table.Td>
              <Table.Td>
                <EvidenceLinks evidence={placed(dispute, restsOn)} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )

  function spanOf(from: string, to: string | undefined): string {
    if (from.includes('/')) {
      const [first, last] = from.split('/')
      return first === '..' ? t('mediation.by', { date: last }) : `${first} – ${last}`
    }
    if (to === undefined) return t('mediation.since', { date: from })
    return from === to ? from : `${from} – ${to}`
  }
}
