import { type CommandEntry, json, workspace } from '../entry.ts'

/** The rating room. */
export const ratingCommands: readonly CommandEntry[] = [
  {
    usage: 'round [words...]',
    about: 'rating rounds: list, open, show ID, close ID, end ID; round --help tells more',
    options: workspace,
    passThrough: true,
    load: () => import('../commands/round.ts'),
  },
  {
    usage: 'rate <round> <relation> <criterion> <level>',
    about:
      'give, change or (once the round is closed) revise your own rating; SOUNDINGS_ASSESSOR says who you are',
    options: [
      ...workspace,
      json,
      ['--low <level>', 'lowest level thought possible'],
      ['--high <level>', 'highest level thought possible'],
      ['--because <words>', 'the reason'],
      ['--source <id>', 'evidence: a source'],
      ['--locator <place>', 'the place in it'],
    ],
    load: () => import('../commands/rate.ts'),
  },
]
