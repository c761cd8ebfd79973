import { Badge, Button, Table, Text, Title } from '@mantine/core'
import type { LeafAgreement, Room } from '#api/contract/ratings'
import { isMissing } from '#domain/missing'
import { useWords } from '../language.ts'
import { useNames } from './words.ts'

interface Props {
  readonly room: Room
  readonly leaves: readonly LeafAgreement[]
  readonly chosen: string
  readonly choose: (leaf: string) => void
}

/** Krippendorff's alpha of every criterion with its interval, and who stands apart on what. */
export function AgreementTable({ room, leaves, chosen, choose }: Props) {
  const { t } = useWords()
  const names = useNames(room)
  const all = leaves.every(({ illustrative }) => illustrative)
  return (
    <section aria-label={t('ratings.agreement')}>
      <Title order={2} fz="lg">
        {t('ratings.agreement')} {all && <Badge color="sand">{t('ratings.illustrative')}</Badge>}
      </Title>
      <Text size="sm" className="quiet" maw={760}>
        {t('ratings.agreementNote')}
      </Text>
      <div className="scroll">
        <Table verticalSpacing={4} className="stacked">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('ratings.criterion')}</Table.Th>
              <Table.Th>{t('ratings.alphaBlind')}</Table.Th>
              <Table.Th>{t('ratings.alphaRevised')}</Table.Th>
              <Table.Th>{t('ratings.apart')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {leaves.map((one) => (
              <Table.Tr key={one.leaf}>
                <Table.Td>
                  <Button
                    variant={one.leaf === chosen ? 'light' : 'subtle'}
                    size="compact-sm"
                    aria-pressed={one.leaf === chosen}
                    onClick={() => choose(one.leaf)}
                    styles={{ label: { whiteSpace: 'normal', textAlign: 'left' }, root: { height: 'auto' } }}
                  >
                    {names.leaf(one.leaf)}
                  </Button>{' '}
                  {one.illustrative && !all && <Badge color="sand">{t('ratings.illustrative')}</Badge>}
                </Table.Td>
                <Table.Td data-label={t('ratings.alphaBlind')}>
                  <Alpha alpha={one.blind} />
                </Table.Td>
                <Table.Td data-label={t('ratings.alphaRevised')}>
                  {one.revised === undefined ? '–' : <Alpha alpha={one.revised} />}
                </Table.Td>
                <Table.Td fz="sm" data-label={t('ratings.apart')}>
                  <Apart room={room} apart={one.apart} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  )
}

function Apart({ room, apart }: { room: Room; apart: LeafAgreement['apart'] }) {
  const { t, language } = useWords()
  const names = useNames(room)
  if (isMissing(apart)) return <span className="quiet">{t('ratings.nobodyApart')}</span>
  const signed = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'always' })
  const on = apart.on.map(({ relation, by }) => `${names.relation(relation)} ${signed.format(by)}`)
  return (
    <>
      <b>{names.assessor(apart.assessor)}</b> {t('ratings.levels', { by: signed.format(apart.by) })}
      {on.length > 0 && <div className="quiet">{on.join('; ')}</div>}
    </>
  )
}

function Alpha({ alpha }: { alpha: LeafAgreement['blind'] }) {
  const { t, language } = useWords()
  if (isMissing(alpha))
    return (
      <Text size="sm" className="quiet">
        {t(`ratings.noAlpha.${alpha.missing}`, { defaultValue: alpha.because })}
      </Text>
    )
  const two = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const { value, interval } = alpha
  const [low, high] = interval ?? [value, value]
  const x = (at: number) => 4 + 92 * ((Math.max(-0.5, Math.min(1, at)) + 0.5) / 1.5)
  return (
    <>
      <span className="number">
        {two.format(value)}
        {interval !== null && ` [${[low, high].map(two.format).join(language === 'vi' ? '; ' : ', ')}]`}
      </span>
      <svg viewBox="0 0 100 10" width="100" height="10" style={{ display: 'block' }} aria-hidden="true">
        <line x1={4} x2={96} y1={5} y2={5} stroke="var(--line)" strokeWidth={2} />
        <line x1={x(0)} x2={x(0)} y1={1} y2={9} stroke="#8a94a0" />
        <line x1={x(low)} x2={x(high)} y1={5} y2={5} stroke="var(--sea)" strokeWidth={2} />
        <circle cx={x(value)} cy={5} r={3} fill="var(--sea)" />
      </svg>
    </>
  )
}
