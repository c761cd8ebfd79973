/** Votes as they were cast: yes 1, abstain 2, no 3; 0 where a state cast none. */
export interface RollCalls {
  readonly states: number
  readonly rollCalls: number
  /** [states × rollCalls] row by row: 0 none, 1 yes, 2 abstain, 3 no */
  readonly votes: Uint8Array
  /** [rollCalls] the session (or year) of each, in [0, sessions) */
  readonly session: Int32Array
  readonly sessions: number
}

/** Votes as bits: for each state one word of 32 roll calls after the other; sessions begin at a new word. */
export interface VoteBits {
  readonly states: number
  readonly sessions: number
  /** words of one state */
  readonly words: number
  /** [sessions + 1] the word at which each session begins */
  readonly begins: Int32Array
  /** [3 × states × words] first the yes bits of all states, then abstentions, then noes */
  readonly bits: Int32Array
}

/**
 * Packs votes into bits, so that thirty-two roll calls of two states are compared at once.
 *
 * @param rollCalls votes and the session of each roll call
 * @returns bits in memory that threads can share
 * @throws RangeError if a vote is not 0 to 3 or a session lies outside [0, sessions)
 * @see Warren (2012), Hacker's Delight, ch. 5
 * @example
 * packVotes({ states: 1, rollCalls: 2, votes: Uint8Array.of(1, 3), session: Int32Array.of(0, 0), sessions: 1 }).bits // => Int32Array.of(1, 0, 2)
 */
export function packVotes(rollCalls: RollCalls): VoteBits {
  const { states, sessions, votes, session } = rollCalls
  const { begins, bitOf } = layOut(rollCalls)
  const words = begins[sessions] ?? 0
  const plane = states * words
  const bits = new Int32Array(new SharedArrayBuffer(3 * plane * Int32Array.BYTES_PER_ELEMENT))
  for (let s = 0; s < states; s++)
    for (let r = 0; r < session.length; r++) {
      const vote = votes[s * session.length + r] ?? 0
      if (vote === 0) continue
      if (vote > 3) throw new RangeError(`packVotes: votes must be 0 to 3, got ${vote}`)
      const bit = bitOf[r] ?? 0
      const at = (vote - 1) * plane + s * words + (bit >>> 5)
      bits[at] = (bits[at] ?? 0) | (1 << (bit & 31))
    }
  return { states, sessions, words, begins, bits }
}

/** Where sessions begin, and the bit of each roll call. */
function layOut({ session, sessions }: RollCalls) {
  const sizes = new Int32Array(sessions)
  for (const k of session) {
    if (!(k >= 0 && k < sessions))
      throw new RangeError(`packVotes: session must lie in [0, ${sessions}), got ${k}`)
    sizes[k] = (sizes[k] ?? 0) + 1
  }
  const begins = new Int32Array(sessions + 1)
  for (let k = 0; k < sessions; k++) begins[k + 1] = (begins[k] ?? 0) + Math.ceil((sizes[k] ?? 0) / 32)
  const next = Int32Array.from(begins.subarray(0, sessions), (word) => word * 32)
  const bitOf = Int32Array.from(session, (k) => {
    const bit = next[k] ?? 0
    next[k] = bit + 1
    return bit
  })
  return { begins, bitOf }
}

/**
 * Counts how two states voted together in one session.
 *
 * @param counts [9] filled with the table: row is the vote of `a`, column that of `b`, in the order yes, abstain, no
 * @returns roll calls in which both voted
 * @see Warren (2012), Hacker's Delight, fig. 5–2 (population count)
 * @example
 * countTogether(packVotes({ states: 2, rollCalls: 1, votes: Uint8Array.of(1, 3), session: Int32Array.of(0), sessions: 1 }), 0, 1, 0, new Int32Array(9)) // => 1
 */
export function countTogether(
  packed: VoteBits,
  a: number,
  b: number,
  session: number,
  counts: Int32Array,
): number {
  const { bits, words, states, begins } = packed
  const plane = states * words
  const from = begins[session] ?? 0
  const to = begins[session + 1] ?? from
  let yy = 0
  let ya = 0
  let yn = 0
  let ay = 0
  let aa = 0
  let an = 0
  let ny = 0
  let na = 0
  let nn = 0
  let atA = a * words + from
  let atB = b * words + from
  for (let w = from; w < to; w++, atA++, atB++) {
    const yesA = bits[atA] as number // in bounds by construction
    const absA = bits[plane + atA] as number // in bounds by construction
    const noA = bits[2 * plane + atA] as number // in bounds by construction
    const yesB = bits[atB] as number // in bounds by construction
    const absB = bits[plane + atB] as number // in bounds by construction
    const noB = bits[2 * plane + atB] as number // in bounds by construction
    yy += ones(yesA & yesB)
    ya += ones(yesA & absB)
    yn += ones(yesA & noB)
    ay += ones(absA & yesB)
    aa += ones(absA & absB)
    an += ones(absA & noB)
    ny += ones(noA & yesB)
    na += ones(noA & absB)
    nn += ones(noA & noB)
  }
  counts[0] = yy
  counts[1] = ya
  counts[2] = yn
  counts[3] = ay
  counts[4] = aa
  counts[5] = an
  counts[6] = ny
  counts[7] = na
  counts[8] = nn
  return yy + ya + yn + ay + aa + an + ny + na + nn
}

/** Ones in a word of 32 bits. */
function ones(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555)
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
