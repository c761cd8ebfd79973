/**
 * The threads that share one computation. Each runs the same function on the same shared buffers, does its own share
 * of the blocks, and waits for the others at barriers. What a computation gives must not depend on `size`: sums are
 * kept by block and added in the order of blocks.
 */
export interface Team {
  /** which of the threads this is, in [0, size) */
  readonly rank: number
  readonly size: number
  /** waits until every thread of the team is here */
  barrier(): void
  /** tells how far the work is; of rank 0 only */
  progress(done: number, of: number): void
}

/**
 * A team of one: the calling thread.
 *
 * @example
 * alone.size // => 1
 */
export const alone: Team = { rank: 0, size: 1, barrier: () => {}, progress: () => {} }

/**
 * One member of a team of threads that wait by atomics.
 *
 * @param meeting two shared integers, zero at the start: how many wait, and the number of the meeting
 * @throws RangeError if rank is no member of the team
 * @see Mellor-Crummey & Scott (1991), ACM TOCS 9(1), a centralized barrier with a reversing sense
 * @example
 * teamMember(0, 1, sharedIntegers(2), () => {}).size // => 1
 */
export function teamMember(
  rank: number,
  size: number,
  meeting: Int32Array<SharedArrayBuffer>,
  progress: Team['progress'],
): Team {
  if (!(rank >= 0 && rank < size))
    throw new RangeError(`teamMember: rank must lie in [0, ${size}), got ${rank}`)
  return {
    rank,
    size,
    barrier() {
      const now = Atomics.load(meeting, 1)
      if (Atomics.add(meeting, 0, 1) === size - 1) {
        Atomics.store(meeting, 0, 0)
        Atomics.add(meeting, 1, 1)
        Atomics.notify(meeting, 1)
        return
      }
      for (let spin = 0; spin < 2000; spin++) if (Atomics.load(meeting, 1) !== now) return
      while (Atomics.load(meeting, 1) === now) Atomics.wait(meeting, 1, now)
    },
    progress: rank === 0 ? progress : () => {},
  }
}

/**
 * A computation that a team can share: `prepare` lays out the buffers on the calling thread, `run` is run by every
 * member; the answer is that of rank 0.
 */
export interface SharedTask<Input, Shared, Output> {
  /** input → buffers that all threads see (views on SharedArrayBuffer) and plain values that are copied to each */
  prepare(input: Input): Shared
  run(shared: Shared, team: Team): Output
}

/**
 * Runs a shared task on the calling thread alone.
 *
 * @param progress is told how far the work is
 * @see Darema (2001), EuroPVM/MPI, the single-program multiple-data model
 * @example
 * runAlone({ prepare: (n) => ({ n }), run: (shared) => shared.n * 2 }, 21) // => 42
 */
export function runAlone<Input, Shared, Output>(
  task: SharedTask<Input, Shared, Output>,
  input: Input,
  progress: Team['progress'] = alone.progress,
): Output {
  return task.run(task.prepare(input), { ...alone, progress })
}

/**
 * The blocks of one member: [from, to) of `blocks`, contiguous, as even as can be.
 *
 * @see Darema (2001), EuroPVM/MPI, the single-program multiple-data model
 * @example
 * blocksOf({ rank: 1, size: 2 }, 5) // => [2, 5]
 */
export function blocksOf(team: Pick<Team, 'rank' | 'size'>, blocks: number): readonly [number, number] {
  return [Math.floor((team.rank * blocks) / team.size), Math.floor(((team.rank + 1) * blocks) / team.size)]
}

/**
 * A shared vector of `length` doubles, zero.
 *
 * @see ECMA-262, section 25.2
 * @example
 * sharedFloats(2).byteLength // => 16
 */
export function sharedFloats(length: number): Float64Array<SharedArrayBuffer> {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT))
}

/**
 * A shared vector of `length` 32-bit integers, zero.
 *
 * @see ECMA-262, section 25.2
 * @example
 * sharedIntegers(2).byteLength // => 8
 */
export function sharedIntegers(length: number): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT))
}
