import { type CommandEntry, json, workspace } from '../entry.ts'

/** Public datasets and what is computed from them. */
export const datasetCommands: readonly CommandEntry[] = [
  {
    usage: 'dataset [words...]',
    about: 'public datasets: list, show ID, add ID FILE…, query ID; dataset --help tells more',
    options: workspace,
    passThrough: true,
    load: () => import('../commands/dataset.ts'),
  },
  {
    usage: 'measure',
    about:
      'what the imported datasets tell of a state and its partners: trade, votes, organizations, disputes …',
    options: [
      ...workspace,
      json,
      ['--state <state>', 'the state whose relations are measured'],
      ['--partners <states>', 'its partners, separated by commas'],
      ['--states <states>', 'every two of these states, or of all: into a .csv or .parquet file'],
      ['--years <years>', 'years, such as 1990-2014 or 2000,2005,2010'],
      ['--measures <ids>', 'measures, separated by commas; all if left out'],
      [
        '-o, --output <file>',
        'series as records; a table if the name ends in .csv or .parquet; - for standard output',
      ],
    ],
    load: () => import('../commands/measure.ts'),
  },
  {
    usage: 'convergence',
    about: 'did a state come closer to a group after joining, against comparable states that did not join?',
    options: [
      ...workspace,
      json,
      ['--state <state>', 'who joined'],
      ['--group <states>', 'members when it joined, separated by commas'],
      ['--joined <year>', 'year in which it joined'],
      ['--donors <states>', 'comparable states that did not join, separated by commas'],
      ['--from <year>', 'first year'],
      ['--to <year>', 'last year'],
      ['--measure <measure>', 'agreement, s, kappa or pi', 'kappa'],
      ['--record <id>', 'write it as a record of kind comparison, with the options below'],
      ['--title <words>', 'its title'],
      ['--title-vi <words>', 'its title in Vietnamese'],
      ['--actor <id>', 'the actor who joined'],
      ['--case <id>', 'the case it belongs to'],
      ['--institution <id>', 'the institution it joined'],
      ['--because <words>', 'why the donors are comparable'],
      ['--source <id>', 'the source of the votes'],
      ['-o, --output <file>', 'the file; - for standard output'],
    ],
    load: () => import('../commands/convergence.ts'),
  },
  {
    usage: 'baseline',
    about:
      'how many events of a class between two states: forecast from what was counted before, tested on the past',
    options: [
      ...workspace,
      json,
      ['--dataset <id>', 'imported dataset of events (default: the one that reaches furthest)'],
      ['--version <id>', 'version of it (default: the one imported last)'],
      ['--dyad <states...>', 'who acts and towards whom, with a comma between; several times for several'],
      [
        '--class <class>',
        'material-conflict, verbal-conflict, material-cooperation, verbal-cooperation, visits or all',
        'material-conflict',
      ],
      ['--months <number>', 'months ahead', '6'],
      ['--at-least <number>', 'instead: how often so many months had at least so many events'],
      ['--seed <number>', 'seed of the simulations', '1'],
    ],
    load: () => import('../commands/baseline.ts'),
  },
  {
    usage: 'watch [words...]',
    about: 'watch lists: list, run ID; watch --help tells more',
    options: workspace,
    passThrough: true,
    load: () => import('../commands/watch.ts'),
  },
]
