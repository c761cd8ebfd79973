import './drivers.css'
import { Badge, Text } from '@mantine/core'
import type { Driver } from '#domain/driver'
import { pointers } from '#domain/finding'
import { EvidenceLinks } from '../components/EvidenceLinks.tsx'
import { PageLink, RecordLink } from '../components/links.tsx'
import { useWords } from '../language.ts'

const strongest = 5
const arrows = { rising: '↗', steady: '→', falling: '↘', unknown: '?' } as const

/** Conditions for and against an outcome as bars that part from the middle: how strong each is, whether it grows, what it rests on. */
export function DriversPanel({ drivers }: { drivers: readonly Driver[] }) {
  const { t } = useWords()
  const sum = (direction: Driver['direction']) =>
    drivers.filter((one) => one.direction === direction).reduce((total, one) => total + one.strength, 0)
  const ranked = drivers.toSorted(
    (a, b) =>
      (a.direction === b.direction ? 0 : a.direction === 'favourable' ? -1 : 1) || b.strength - a.strength,
  )
  if (drivers.length === 0) return <Text className="quiet">{t('drivers.none')}</Text>
  return (
    <section aria-label={t('drivers.title')}>
      <Text size="sm" className="quiet">
        {t('drivers.sums', { favourable: sum('favourable'), unfavourable: sum('unfavourable') })}
      </Text>
      <ul className="drivers">
        {ranked.map((driver) => (
          <Row key={driver.id} driver={driver} />
        ))}
      </ul>
    </section>
  )
}

function Row({ driver }: { driver: Driver }) {
  const { t, language } = useWords()
  const { id, direction, strength, trend, illustrative } = driver
  const text = (language === 'vi' ? driver.textVi : undefined) ?? driver.text
  return (
    <li>
      <span className="driver-text">
        <RecordLink kind="driver" id={id}>
          {text}
        </RecordLink>{' '}
        {illustrative === true && (
          <Badge size="xs" color="sand" variant="outline" tt="none">
            {t('drivers.illustrative')}
          </Badge>
        )}
      </span>
      <span className="driver-track" aria-hidden="true">
        <span className={direction} style={{ width: `${(50 * strength) / strongest}%` }} />
      </span>
      <span className="driver-said">
        {t(`drivers.direction.${direction}`)} {strength}/{strongest}
        <br />
        <span className="quiet">
          <span aria-hidden="true">{arrows[trend]}</span> {t(`drivers.trend.${trend}`)}
          {driver.series !== undefined && (
            <>
              {' '}
              <PageLink
                to="/records/$kind/$"
                params={{ kind: 'series', _splat: driver.series }}
                underline="always"
              >
                {t('drivers.series')}
              </PageLink>
            </>
          )}
        </span>
      </span>
      <EvidenceLinks evidence={pointers('driver', driver)} />
    </li>
  )
}
