import { SoundingsError } from '#domain/errors'
import { Settlement } from '#domain/settlement'
import { type ContradictionBoard, seeContradictions, settleContradiction } from '#workbench/contradictions'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { terminal, wrap } from '../terminal.ts'

interface Given extends WorkspaceOptions {
  readonly json?: boolean
  readonly vi?: boolean
  readonly all?: boolean
  readonly rate?: string
  readonly rounding?: string
  readonly settle?: string
  readonly decision?: string
  readonly why?: string
}

/** `soundings contradictions`: what contradicts, the most severe first; with `--settle` one of them is settled. */
export async function run(_: readonly string[], options: Given): Promise<number> {
  const looked = { rate: Number(options.rate ?? '0.1'), rounding: roundingOf(options.rounding) }
  if (options.settle !== undefined) {
    const { settle: id, why: because } = options
    const decision = Settlement.shape.decision.safeParse(options.decision)
    if (!decision.success)
      throw new SoundingsError(
        'call-invalid',
        '--decision must be agreed, both-stand, one-withdrawn or no-contradiction',
        { place: { value: options.decision } },
      )
    if (because === undefined || because.trim() === '')
      throw new SoundingsError('call-invalid', 'a settlement needs its reason: --why WORDS')
    const settled = await withWorkbench(options, (workbench) =>
      settleContradiction(workbench, { id, decision: decision.data, because }, looked),
    )
    terminal.out(options.json ? JSON.stringify(settled) : `${settled.id}: ${settled.decision}`)
    return 0
  }
  const board = await withWorkbench(options, (workbench) => seeContradictions(workbench, looked))
  if (options.json) terminal.out(JSON.stringify(board))
  else tell(board, options.vi === true ? 'vi' : 'en', options.all === true)
  return 0
}

function roundingOf(word = 'as-given'): 'as-given' | 0.01 | 0.05 {
  if (word === 'as-given') return word
  if (word === '0.01') return 0.01
  if (word === '0.05') return 0.05
  throw new SoundingsError('call-invalid', '--rounding must be as-given, 0.01 or 0.05', {
    place: { value: word },
  })
}

function tell(board: ContradictionBoard, language: 'en' | 'vi', all: boolean): void {
  const shown = board.contradictions.filter(({ state }) => all || state !== 'settled')
  for (const { id, state, severity, title, explanation, illustrative, settlement } of shown) {
    const marks = [state === 'open' ? '' : ` [${state}]`, illustrative ? ' (illustrative)' : ''].join('')
    terminal.out(`${severity.toFixed(2)}  ${id}${marks}`)
    terminal.out(indented(title[language]))
    terminal.out(indented(explanation[language]))
    if (settlement !== null)
      terminal.out(
        indented(`${settlement.decision}: ${settlement.because} (${settlement.by ?? '-'}, ${settlement.at})`),
      )
  }
  const settled = board.contradictions.length - shown.length
  terminal.say(
    `${shown.length} contradictions; ${settled} settled not shown; ${board.tests} tests made; ${board.untested.length} could not be compared`,
  )
  if (all)
    for (const { about, because } of board.untested)
      terminal.out(indented(`${about[language]}: ${because[language]}`))
}

function indented(text: string): string {
  return `      ${wrap(text, 104, '      ')}`
}
