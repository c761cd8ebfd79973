import { type CommandEntry, workspace } from '../entry.ts'

/** Mediation and peacekeeping, from imported records. */
export const peaceCommands: readonly CommandEntry[] = [
  {
    usage: 'mediation [words...]',
    about: 'mediation attempts of an imported record: cases; mediation --help tells more',
    options: workspace,
    passThrough: true,
    load: () => import('../commands/mediation.ts'),
  },
]
