import { describeError, SoundingsError } from '#domain/errors'

/** Where a command writes: results to `out`, everything else to `say`. */
export interface Terminal {
  out(text: string): void
  /** a result that is no text */
  bytes(content: Uint8Array): void
  say(text: string): void
  /** one line that is overwritten while work goes on, where a person watches */
  progress(done: number, of: number, what: string): void
}

// Who reads us may stop before we end (`soundings … | head`): then there is nobody left to tell.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code !== 'EPIPE') throw cause
  process.exit(0)
})

export const terminal: Terminal = {
  out: (text) => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  bytes: (content) => process.stdout.write(content),
  say: (text) => process.stderr.write(`${text}\n`),
  progress(done, of, what) {
    const line = `[${done}/${of}] ${what}`
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}${done === of ? '\n' : ''}`)
    else process.stderr.write(`${line}\n`)
  },
}

/** Rows as aligned columns. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>((most, row) => {
    for (const [at, cell] of row.entries()) most[at] = Math.max(most[at] ?? 0, cell.length)
    return most
  }, [])
  return rows
    .map((row) =>
      row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0))).join('  '),
    )
    .join('\n')
}

/** Text wrapped at a width, each line after the first indented. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = `${indent}${word}`
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}

/** Tells a person what went wrong, in one message, and gives the exit status. */
export function tellError(cause: unknown, to: Terminal): number {
  if (cause instanceof SoundingsError) {
    to.say(`soundings: ${describeError(cause)}`)
    return cause.kind.exit
  }
  const message = cause instanceof Error ? cause.message : String(cause)
  to.say(
    `soundings: an unexpected fault: ${message}. Nothing was half-written. Set SOUNDINGS_DEBUG=1 to see where.`,
  )
  if (process.env['SOUNDINGS_DEBUG'] !== undefined && cause instanceof Error) to.say(cause.stack ?? '')
  return 1
}
