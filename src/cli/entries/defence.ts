import { type CommandEntry, workspace } from '../entry.ts'

/** The ledger of activities of armed forces, and declared policies. */
export const defenceCommands: readonly CommandEntry[] = [
  {
    usage: 'constraints [words...]',
    about: 'declared policies: list; check what is recorded against them; settle a flag',
    options: workspace,
    passThrough: true,
    load: () => import('../commands/constraints.ts'),
  },
]
