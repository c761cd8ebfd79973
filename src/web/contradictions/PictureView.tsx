import type { Board, BoardEntry, MarksPicture, SidesPicture } from '#api/contract/contradictions'
import { useWords } from '../language.ts'

/** The picture of a contradiction; every number in it stands beside it in words. */
export function PictureView({ picture, names }: { picture: BoardEntry['picture']; names: Board['names'] }) {
  return picture.form === 'marks' ? <Marks picture={picture} /> : <Sides picture={picture} names={names} />
}

function Marks({ picture }: { picture: MarksPicture }) {
  const { t, language } = useWords()
  const { marks, sum } = picture
  const [low, high] = scaleOf(picture)
  const place = (value: number) => `${(100 * (Math.min(high, Math.max(low, value)) - low)) / (high - low)}%`
  const say = (value: number) => valueText(value, picture, language)
  return (
    <>
      <ul className="marks">
        {marks.map(({ label, value, interval, points, nearest }, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two questions may have one title, and rows do not move
          <li key={row}>
            <span className="marks-name">{label[language]}</span>
            <span className="marks-track" aria-hidden="true">
              {interval !== null && (
                <span
                  className="marks-interval"
                  style={{ left: place(interval[0]), right: `calc(100% - ${place(interval[1])})` }}
                />
              )}
              {points.map((point, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: equal values are drawn one above the other
                <span key={at} className="marks-point" style={{ left: place(point) }} />
              ))}
              <span className="marks-value" style={{ left: place(value) }} />
              {nearest !== undefined && <span className="marks-nearest" style={{ left: place(nearest) }} />}
            </span>
            <span className="marks-said number">
              <b>{say(value)}</b>
              {interval !== null && ` [${say(interval[0])}, ${say(interval[1])}]`}
              {nearest !== undefined && ` → ${say(nearest)}`}
            </span>
          </li>
        ))}
        <li aria-hidden="true" className="marks-axis">
          <span />
          <span className="quiet">
            <span>{say(low)}</span>
            <span>{say(high)}</span>
          </span>
        </li>
      </ul>
      {marks.some(({ nearest }) => nearest !== undefined) && (
        <p className="quiet">{t('contradictions.nearest')}</p>
      )}
      {sum !== null && (
        <div className="sum">
          <span className="quiet">{t('contradictions.sum', { sum: valueText(sum, picture, language) })}</span>
          <div className="sum-track" aria-hidden="true">
            {marks.map(({ value }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sum in their order
              <span key={at} style={{ width: `${(100 * value) / Math.max(1.05, sum)}%` }} />
            ))}
            <i className="sum-one" style={{ left: `${100 / Math.max(1.05, sum)}%` }} />
          </div>
        </div>
      )}
    </>
  )
}

function scaleOf({ unit, marks }: MarksPicture): readonly [number, number] {
  if (unit === 'probability') return [0, 1]
  const all = marks.flatMap(({ value, interval, points }) => [value, ...(interval ?? []), ...points])
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const edge = (high - low || Math.abs(high) || 1) * 0.06
  return [low - edge, high + edge]
}

function valueText(value: number, { unit, unitName }: MarksPicture, language: string): string {
  if (unit === 'probability')
    return `${(100 * value).toLocaleString(language, { maximumFractionDigits: 0 })} %`
  const text = value.toLocaleString(language, { maximumSignificantDigits: 3, useGrouping: true })
  return unitName === null || unitName.length > 12 ? text : `${text} ${unitName}`
}

function Sides({ picture, names }: { picture: SidesPicture; names: Board['names'] }) {
  const { t } = useWords()
  return (
    <ul className="sides">
      {picture.sides.map(({ agency, stance, text }) => (
        <li key={`${agency} ${text}`} className={stance}>
          <b>{stance === 'commitment' ? (names[agency] ?? agency) : agency}</b> ·{' '}
          {t(`contradictions.stance.${stance}`)}
          <br />
          {text}
        </li>
      ))}
    </ul>
  )
}
