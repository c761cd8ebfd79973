interface IntervalBarProps {
  readonly value: number | null
  readonly interval?: readonly [number, number] | null
  /** where it stood before, if it moved */
  readonly before?: number | null
  readonly leads?: boolean
}

/** A share between 0 and 1 as a bar with its interval; a picture of a number that stands beside it in words. */
export function IntervalBar({ value, interval = null, before = null, leads = false }: IntervalBarProps) {
  return (
    <div className="bar-track" aria-hidden="true">
      <div className={`bar-fill ${leads ? 'leads' : ''}`} style={{ width: `${100 * (value ?? 0)}%` }} />
      {interval !== null && (
        <div
          className="bar-interval"
          style={{
            left: `${100 * interval[0]}%`,
            width: `${Math.max(0.2, 100 * (interval[1] - interval[0]))}%`,
          }}
        />
      )}
      {before !== null && <div className="bar-before" style={{ left: `${100 * before}%` }} />}
    </div>
  )
}
