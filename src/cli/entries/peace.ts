import { type CommandEntry, json, workspace } from '../entry.ts'

/** Mediation and peacekeeping, from imported records. */
export const peaceCommands: readonly CommandEntry[] = [
  {
    usage: 'mediation [words...]',
    about: 'mediation attempts of an imported record: cases; mediation --help tells more',
    options: workspace,
    passThrough: true,
    load: () => import('../commands/mediation.ts'),
  },
  {
    usage: 'peacekeeping <state>',
    about: 'what a state sends to peacekeeping missions, with the share of women, against peers and targets',
    options: [
      ...workspace,
      json,
      ['--from <year>', 'first year'],
      ['--to <year>', 'last year'],
      ['--peers <states>', 'states to compare with, separated by commas (default: members of ASEAN)'],
      ['--by <what>', 'mission, year, month or type', 'year'],
      ['--version <id>', 'version of the dataset (default: the one imported last)'],
      ['--vi', 'reasons in Vietnamese'],
      ['-o, --output <file>', 'the figures as series, records that can be imported; - for standard output'],
    ],
    load: () => import('../commands/peacekeeping.ts'),
  },
]
