import { type CommandEntry, json, workspace } from '../entry.ts'

/** Mechanisms of cooperation and what was promised in them. */
export const cooperationCommands: readonly CommandEntry[] = [
  {
    usage: 'mechanisms',
    about: 'who sits where at a date, who chairs when, which ministry leads, what is not recorded',
    options: [...workspace, json, ['--at <date>', 'a date such as 2020 or 2020-06-25 (default: today)']],
    load: () => import('../commands/mechanisms.ts'),
  },
  {
    usage: 'commitments',
    about: 'what was promised: what is due, what is late, how far it was kept; as a calendar with --ics',
    options: [
      ...workspace,
      json,
      ['--due <quarter>', 'due in this quarter at the latest, such as 2026-Q4'],
      ['--late', 'only what is late'],
      ['--of <id>', 'only those of this owner, ministry, mechanism or relation'],
      ['--zone <zone>', 'time zone in which days end (default: that of the machine)'],
      ['--ics <file>', 'write an iCalendar file; - for standard output'],
    ],
    load: () => import('../commands/commitments.ts'),
  },
]
