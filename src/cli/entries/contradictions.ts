import { type CommandEntry, json, workspace } from '../entry.ts'

/** What contradicts. */
export const contradictionCommands: readonly CommandEntry[] = [
  {
    usage: 'contradictions',
    about:
      'what contradicts: agencies, forecasters, recommendations, commitments, projections; --settle settles one',
    options: [
      ...workspace,
      json,
      ['--vi', 'tell it in Vietnamese'],
      ['--all', 'those settled too, and what could not be compared'],
      ['--rate <share>', 'share of false alarms accepted among alarms raised by a test', '0.1'],
      ['--rounding <step>', 'to what forecasters round: as-given, 0.01 or 0.05', 'as-given'],
      ['--settle <id>', 'settle this contradiction'],
      ['--decision <word>', 'agreed, both-stand, one-withdrawn or no-contradiction'],
      ['--why <words>', 'the reason'],
    ],
    load: () => import('../commands/contradictions.ts'),
  },
]
