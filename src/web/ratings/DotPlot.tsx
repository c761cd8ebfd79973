import { Badge } from '@mantine/core'
import type { GivenRating, Room } from '#api/contract/ratings'
import { useWords } from '../language.ts'
import { useNames } from './words.ts'

interface Props {
  readonly room: Room
  readonly ratings: readonly GivenRating[]
  readonly levels: number
}

const [width, height, edge] = [140, 16, 8]

/** Everyone's level of a cell, one line an assessor: dot, range, and the blind level as a ring where it was revised. */
export function DotPlot({ room, ratings, levels }: Props) {
  const { t } = useWords()
  const names = useNames(room)
  const mixed = ratings.some(({ illustrative }) => illustrative !== true) // else the criterion says it for all
  return (
    <ul className="dots">
      {room.progress.map(({ id }) => {
        const blind = ratings.find((one) => one.assessor === id && one.revises === undefined)
        const now = ratings.find((one) => one.assessor === id && one.revises !== undefined) ?? blind
        return (
          <li key={id}>
            <span className="dots-name">
              {names.assessor(id)}{' '}
              {now?.illustrative === true && mixed && (
                <Badge size="xs" color="sand">
                  {t('ratings.illustrative')}
                </Badge>
              )}
            </span>
            <Track now={now} blind={blind} levels={levels} />
            <span className="number">
              {now === undefined ? t('ratings.unanswered') : <Said now={now} blind={blind} />}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function Said({ now, blind }: { now: GivenRating; blind: GivenRating | undefined }) {
  const { t } = useWords()
  const { level, low = level, high = level, revises } = now
  const range = low === high ? '' : ` (${low}–${high})`
  return (
    <>
      <b>{level}</b>
      {range}
      {revises !== undefined && blind !== undefined && (
        <span className="quiet"> {t('ratings.was', { level: blind.level })}</span>
      )}
    </>
  )
}

interface TrackProps {
  readonly now: GivenRating | undefined
  readonly blind: GivenRating | undefined
  readonly levels: number
}

function Track({ now, blind, levels }: TrackProps) {
  const x = (level: number) => edge + ((width - 2 * edge) * (level - 1)) / Math.max(1, levels - 1)
  const middle = height / 2
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      {Array.from({ length: levels }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the levels of a scale are their numbers
        <line key={at} x1={x(at + 1)} x2={x(at + 1)} y1={2} y2={height - 2} stroke="var(--line)" />
      ))}
      {now !== undefined && (
        <>
          <line
            x1={x(now.low ?? now.level)}
            x2={x(now.high ?? now.level)}
            y1={middle}
            y2={middle}
            stroke="var(--sea)"
            strokeWidth={2}
          />
          {now.revises !== undefined && blind !== undefined && (
            <circle
              cx={x(blind.level)}
              cy={middle}
              r={4}
              fill="#fff"
              stroke="var(--sand)"
              strokeWidth={1.5}
            />
          )}
          <circle cx={x(now.level)} cy={middle} r={4} fill="var(--sea)" />
        </>
      )}
    </svg>
  )
}
