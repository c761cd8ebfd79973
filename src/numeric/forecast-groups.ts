/** Forecasts that share a probability: how many there are, how often the event happened, and the probability, ascending. */
export interface ForecastGroups {
  readonly probability: Float64Array
  readonly count: Float64Array
  readonly happened: Float64Array
}

/**
 * Groups forecasts by the very probability that was given, in ascending order: what is needed for a decomposition and a calibration
 * that drop nothing and round nothing. A million forecasts take some hundredths of a second, few distinct ones or many: they are
 * put into places of equal width twice, places within places, so that what is moved stays near, and then only mended.
 *
 * @param probabilities each in [0, 1]
 * @param outcomes      1 where the event happened, else 0
 * @returns one group for each distinct probability
 * @throws RangeError if lengths differ, a probability lies outside [0, 1], or an outcome is neither 1 nor 0
 * @see Murphy (1973), Journal of Applied Meteorology 12(4), 596: the collection of forecasts is divided by distinct forecasts
 * @example
 * [...forecastGroups([0.5, 0.1, 0.5], [1, 0, 0]).count] // => [1, 2]
 */
export function forecastGroups(
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number>,
): ForecastGroups {
  const n = probabilities.length
  if (outcomes.length !== n)
    throw new RangeError(`forecastGroups: outcomes must be one each, got ${outcomes.length} for ${n}`)
  const { pairs, ends } = placed(probabilities, outcomes)
  const { key } = pairs
  const count = new Float64Array(n)
  const happened = new Float64Array(n)
  const room = roomFor(ends)
  let groups = 0
  for (let place = 0, from = 0; place < ends.length; place++) {
    const until = ends[place] ?? 0
    const own = ascending(between(pairs, from, until), ends.length - 1, place, room)
    for (let at = 0; at < until - from; ) {
      const p = own.key[at] ?? 0
      const first = at
      let events = 0
      do events += own.yes[at++] ?? 0
      while (at < until - from && own.key[at] === p)
      key[groups] = p // never ahead of what is still to be read
      count[groups] = at - first
      happened[groups++] = events
    }
    from = until
  }
  // what is nearly whole is not copied
  const cut = (all: Float64Array) => (groups > n / 2 ? all.subarray(0, groups) : all.slice(0, groups))
  return { probability: cut(key), count: cut(count), happened: cut(happened) }
}

/** Probabilities, and beside each 1 where the event happened. */
interface Pairs {
  readonly key: Float64Array
  readonly yes: Uint8Array
}

/** Room in which the fullest place is put in order. */
interface Room extends Pairs {
  readonly next: Int32Array
}

function between({ key, yes }: Pairs, from: number, until: number): Pairs {
  return { key: key.subarray(from, until), yes: yes.subarray(from, until) }
}

/** Forecasts put into places of equal width, which ascend; `ends` says where each place ends. */
function placed(
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number>,
): { readonly pairs: Pairs; readonly ends: Int32Array } {
  const n = probabilities.length
  const last = Math.max(1, Math.min(512, n >> 4)) - 1
  const next = new Int32Array(last + 1)
  for (let at = 0; at < n; at++) {
    const p = probabilities[at] ?? 0
    if (!(p >= 0 && p <= 1))
      throw new RangeError(`forecastGroups: probabilities must lie in [0, 1], got ${p}`)
    const place = (p * last) | 0
    next[place] = (next[place] ?? 0) + 1
  }
  startEach(next, last + 1)
  const key = new Float64Array(n)
  const yes = new Uint8Array(n)
  for (let at = 0; at < n; at++) {
    const p = (probabilities[at] ?? 0) + 0 // −0 is 0
    const y = outcomes[at] ?? 0
    if ((y & 1) !== y) throw new RangeError(`forecastGroups: outcomes must be 1 or 0, got ${y}`)
    const place = (p * last) | 0
    const to = next[place] ?? 0
    next[place] = to + 1
    key[to] = p
    yes[to] = y
  }
  return { pairs: { key, yes }, ends: next }
}

/** How many each place holds becomes where each starts. */
function startEach(held: Int32Array, places: number): void {
  for (let place = 0, before = 0; place < places; place++) {
    const own = held[place] ?? 0
    held[place] = before
    before += own
  }
}

function roomFor(ends: Int32Array): Room {
  const most = ends.reduce((known, end, place) => Math.max(known, end - (ends[place - 1] ?? 0)), 0)
  return { key: new Float64Array(most), yes: new Uint8Array(most), next: new Int32Array(cellsFor(most)) }
}

/** About as many as there are forecasts; a power of 2, so that no multiplication by it rounds. */
function cellsFor(n: number): number {
  return 2 ** Math.min(18, Math.floor(Math.log2(n + 1)))
}

/** The forecasts of one place in ascending order; they are left as they lie where they ascend already. */
function ascending(own: Pairs, last: number, place: number, room: Room): Pairs {
  const n = own.key.length
  let run = 1
  while (run < n && (own.key[run - 1] ?? 0) <= (own.key[run] ?? 0)) run++
  if (run >= n) return own
  const cells = cellsFor(n)
  const { next } = room
  next.fill(0, 0, cells)
  for (let at = 0; at < n; at++) {
    const cell = (((own.key[at] ?? 0) * last - place) * cells) | 0
    next[cell] = (next[cell] ?? 0) + 1
  }
  startEach(next, cells)
  for (let at = 0; at < n; at++) {
    const p = own.key[at] ?? 0
    const cell = ((p * last - place) * cells) | 0
    const to = next[cell] ?? 0
    next[cell] = to + 1
    room.key[to] = p
    room.yes[to] = own.yes[at] ?? 0
  }
  return mended(between(room, 0, n))
}

/** Puts in ascending order what is nearly so, by insertion, in its own memory; where that takes long, all is sorted. */
function mended(pairs: Pairs): Pairs {
  const { key, yes } = pairs
  let budget = 8 * key.length
  for (let at = 1; at < key.length; at++) {
    const p = key[at] ?? 0
    if (!((key[at - 1] ?? 0) > p)) continue
    const y = yes[at] ?? 0
    let to = at
    do {
      key[to] = key[to - 1] ?? 0
      yes[to] = yes[to - 1] ?? 0
      to--
    } while (to > 0 && (key[to - 1] ?? 0) > p)
    key[to] = p
    yes[to] = y
    budget -= at - to
    if (budget < 0) return sorted(pairs)
  }
  return pairs
}

/** Sorts those that happened and those that did not, each by itself, and merges them. */
function sorted({ key, yes }: Pairs): Pairs {
  const not = key.filter((_, at) => yes[at] === 0).sort()
  const did = key.filter((_, at) => yes[at] === 1).sort()
  for (let at = 0, a = 0, b = 0; at < key.length; at++) {
    const takes = b < did.length && !(a < not.length && (not[a] ?? 0) <= (did[b] ?? 0))
    key[at] = (takes ? did[b++] : not[a++]) ?? 0
    yes[at] = takes ? 1 : 0
  }
  return { key, yes }
}
