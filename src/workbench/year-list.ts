/**
 * Years as a person writes them at the command line: with commas, and runs of three or more as a range.
 *
 * @param years ascending, each once
 * @example
 * yearList([1990, 1991, 1992, 2000, 2001]) // => '1990-1992,2000,2001'
 */
export function yearList(years: readonly number[]): string {
  const runs: number[][] = []
  for (const year of years) {
    const run = runs.at(-1)
    if (run?.at(-1) === year - 1) run.push(year)
    else runs.push([year])
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join(','))).join(',')
}
