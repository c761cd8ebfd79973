import { Group, Text, Title } from '@mantine/core'
import type { MechanismTable } from '#api/contract/mechanisms'
import { RecordLink } from '../components/links.tsx'
import { useWords } from '../language.ts'
import { useNames } from './names.ts'

type Seat = MechanismTable['seats'][number]
type Role = Seat['roles'][number]

/** Roles from the weightiest: the first that somebody has gives the cell its colour. */
const rank: readonly Role[] = ['chair', 'permanent-member', 'elected-member', 'member', 'observer']

/** Who sits where: actors in rows, mechanisms in columns, the role in words and in colour. */
export function MembershipMatrix({ table }: { table: MechanismTable }) {
  const { t } = useWords()
  const names = useNames(table)
  const seatOf = new Map(table.seats.map((seat) => [`${seat.actor} ${seat.mechanism}`, seat]))
  const count = (actor: string) => table.seats.filter((seat) => seat.actor === actor).length
  const rows = table.actors.filter(({ id }) => count(id) > 0).toSorted((a, b) => count(b.id) - count(a.id))
  const columns = table.mechanisms.filter(({ id }) => table.seats.some((seat) => seat.mechanism === id))
  return (
    <section aria-labelledby="matrix-title">
      <Title order={2} fz="lg" id="matrix-title">
        {t('mechanisms.matrix')}
      </Title>
      <Text size="sm" className="quiet" maw={760}>
        {t('mechanisms.matrixNote')}
      </Text>
      <Legend />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={t('mechanisms.matrix')}>
        <table className="seats">
          <thead>
            <tr>
              <th scope="col">{t('mechanisms.actor')}</th>
              {columns.map(({ id }) => (
                <th scope="col" key={id} className="seats-mechanism">
                  <span>
                    <RecordLink kind="institution" id={id}>
                      {names.mechanism(id)}
                    </RecordLink>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id }) => (
              <tr key={id}>
                <th scope="row">
                  <RecordLink kind="actor" id={id}>
                    {names.actor(id)}
                  </RecordLink>
                </th>
                {columns.map((mechanism) => (
                  <SeatCell key={mechanism.id} seat={seatOf.get(`${id} ${mechanism.id}`)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function SeatCell({ seat }: { seat: Seat | undefined }) {
  const { t } = useWords()
  if (seat === undefined) return <td />
  const role = rank.find((one) => seat.roles.includes(one)) ?? 'member'
  const words = [
    ...rank.filter((one) => seat.roles.includes(one)).map((one) => t(`mechanisms.role.${one}`)),
    ...(seat.holding === 'perhaps' ? [t('mechanisms.perhaps')] : []),
    ...(seat.illustrative ? [t('mechanisms.illustrative')] : []),
  ].join(', ')
  return (
    <td className={`seat seat-${role} ${seat.holding === 'perhaps' ? 'seat-perhaps' : ''}`} title={words}>
      <span aria-hidden="true">
        {t(`mechanisms.letter.${role}`)}
        {seat.holding === 'perhaps' ? '?' : ''}
        {seat.illustrative ? '*' : ''}
      </span>
      <span className="unseen">{words}</span>
    </td>
  )
}

function Legend() {
  const { t } = useWords()
  return (
    <Group gap="sm" my={6} component="ul" className="seats-legend">
      {rank.map((role) => (
        <li key={role}>
          <span className={`seat seat-${role}`} aria-hidden="true">
            {t(`mechanisms.letter.${role}`)}
          </span>{' '}
          {t(`mechanisms.role.${role}`)}
        </li>
      ))}
      <li>? {t('mechanisms.perhaps')}</li>
      <li>* {t('mechanisms.illustrative')}</li>
    </Group>
  )
}
