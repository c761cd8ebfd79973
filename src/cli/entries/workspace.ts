import { type CommandEntry, json, workspace } from '../entry.ts'

/** The workspace as a whole. */
export const workspaceCommands: readonly CommandEntry[] = [
  {
    usage: 'start',
    about: 'open (or create) the workspace and serve the web app and the API',
    options: [
      ...workspace,
      ['--port <number>', 'port', '4600'],
      ['--host <name>', 'address to listen on', '127.0.0.1'],
    ],
    load: () => import('../commands/start.ts'),
  },
  {
    usage: 'demo',
    about: 'load the example, run every instrument on it and print the findings',
    options: [...workspace, json, ['--vi', 'print the findings in Vietnamese']],
    load: () => import('../commands/demo.ts'),
  },
  {
    usage: 'doctor',
    about: 'check the workspace and say what is wrong and how to mend it',
    options: [...workspace, json],
    load: () => import('../commands/doctor.ts'),
  },
]
