import { type CommandEntry, json, why, workspace } from '../entry.ts'

/** Records one by one. */
export const recordCommands: readonly CommandEntry[] = [
  {
    usage: 'search <words...>',
    about: 'find records by their words, with or without diacritics',
    options: [
      ...workspace,
      json,
      ['--kind <kind...>', 'only these kinds'],
      ['--limit <number>', 'at most so many', '20'],
    ],
    load: () => import('../commands/search.ts'),
  },
  {
    usage: 'show <kind> <id>',
    about: 'one record with its history and what points at it',
    options: [...workspace, json],
    load: () => import('../commands/show.ts'),
  },
  {
    usage: 'undo <kind> <id>',
    about: 'take back the last version of a record; nothing is lost',
    options: [...workspace, json, why],
    load: () => import('../commands/undo.ts'),
  },
]
