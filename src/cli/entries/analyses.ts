import { type CommandEntry, json, workspace } from '../entry.ts'

/** Instruments, analyses, reports, and numeric methods. */
export const analysisCommands: readonly CommandEntry[] = [
  {
    usage: 'run <instrument> [request]',
    about:
      'run an instrument on a request (a YAML file, or -), store the analysis and print its findings and id',
    options: [
      ...workspace,
      json,
      ['--vi', 'print the findings in Vietnamese'],
      ['--all', 'for every relation, as far as the instrument can; the request is then shared by all'],
      ['--state <state>', 'with --all: the relations of this state'],
    ],
    load: () => import('../commands/run.ts'),
  },
  {
    usage: 'rerun <analysis>',
    about: 'run an analysis again from its pinned inputs; succeeds only if the bytes agree',
    options: [...workspace, json],
    load: () => import('../commands/rerun.ts'),
  },
  {
    usage: 'report <analysis>',
    about: 'write a report of an analysis, with its references',
    options: [
      ...workspace,
      ['--format <format>', 'md, html, docx or pdf', 'md'],
      ['--vi', 'in Vietnamese'],
      ['-o, --output <file>', 'the file; - for standard output'],
    ],
    load: () => import('../commands/report.ts'),
  },
  {
    usage: 'analyses',
    about: 'list the analyses',
    options: [...workspace, json, ['--case <id>', 'of one case']],
    load: () => import('../commands/analyses.ts'),
  },
  {
    usage: 'method [name] [words...]',
    about:
      'run one numeric method on files, without a workspace; without a name, list them; NAME --help tells its options',
    options: [json],
    passThrough: true,
    load: () => import('../commands/method.ts'),
  },
]
