import { type CommandEntry, workspace } from '../entry.ts'

/** The ledger of activities of armed forces, and declared policies. */
export const defenceCommands: readonly CommandEntry[] = [
  {
    usage: 'ledger [words...]',
    about:
      'the ledger of defence activities: list; import from datasets; network; duplicates; decide what is the same',
    options: workspace,
    passThrough: true,
    load: () => import('../commands/ledger.ts'),
  },
  {
    usage: 'constraints [words...]',
    about: 'declared policies: list; check what is recorded against them; settle a flag',
    options: workspace,
    passThrough: true,
    load: () => import('../commands/constraints.ts'),
  },
]
