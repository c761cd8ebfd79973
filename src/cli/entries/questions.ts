import { type CommandEntry, json, workspace } from '../entry.ts'

/** Questions about the future. */
export const questionCommands: readonly CommandEntry[] = [
  {
    usage: 'question [words...]',
    about:
      'questions about the future: list, show ID, open FILE, resolve ID, annul ID, reopen ID, appeal ID, answer ID; question --help tells more',
    options: workspace,
    passThrough: true,
    load: () => import('../commands/question.ts'),
  },
  {
    usage: 'forecast <question>',
    about:
      'give your own forecast, stamped with the time; SOUNDINGS_ASSESSOR says who you are; others’ are blind until yours is in',
    options: [
      ...workspace,
      json,
      ['--probability <p>', 'of yes, in [0, 1], for a binary question'],
      ['--probabilities <list>', 'of each option, such as north=0.5,south=0.3,none=0.2'],
      ['--quantiles <list>', 'such as 0.05=1,0.5=3,0.95=8; dates for a date question: 0.5=2027-03-31'],
      ['--because <words>', 'the rationale'],
      ['--arguments <ids>', 'arguments that it rests on, separated by commas'],
      ['--withdraw', 'take your forecast back; what was given is kept'],
    ],
    load: () => import('../commands/forecast.ts'),
  },
]
