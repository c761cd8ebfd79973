import { z } from 'zod'
import { Analysis } from '#domain/analysis'
import { JobState } from './job.ts'
import { report } from './report.ts'

const Bilingual = z.object({ en: z.string(), vi: z.string() })
const Body = z.record(z.string(), z.unknown())

const Entry = z.object({
  id: z.string(),
  instrument: z.string(),
  version: z.string(),
  case: z.string().nullable(),
  subject: z.string().nullable(),
  at: z.string(),
  by: z.string(),
})
export type AnalysisEntry = z.infer<typeof Entry>

const InstrumentAbout = z.object({
  id: z.string(),
  title: Bilingual,
  question: Bilingual,
  version: z.string(),
  request: z.record(z.string(), z.unknown()),
})

/** The instruments, their analyses, and the reports of these. */
export const analysisEndpoints = {
  instruments: {
    method: 'get',
    path: '/api/instruments',
    about: 'The instruments, each with the JSON Schema of its request.',
    answer: z.object({ instruments: z.array(InstrumentAbout) }),
  },
  runInstrument: {
    method: 'post',
    path: '/api/analyses',
    about: 'Runs an instrument on what is recorded now and stores the analysis.',
    body: z.object({ instrument: z.string().min(1), request: Body }),
    answer: Analysis,
  },
  startAnalysis: {
    method: 'post',
    path: '/api/analyses/jobs',
    about: 'The same as work that is watched and can be cancelled. Answers a job; its result is `{ id }`.',
    body: z.object({ instrument: z.string().min(1), request: Body }),
    answer: JobState,
  },
  recompute: {
    method: 'post',
    path: '/api/analyses/all',
    about:
      'Runs an instrument for everything of which its question can be asked, such as all relations of a state. Answers a job; its result is `{ analyses }`. What is finished when it is cancelled stays.',
    body: z.object({ instrument: z.string().min(1), request: Body.default({}) }),
    answer: JobState,
  },
  listAnalyses: {
    method: 'get',
    path: '/api/analyses',
    about: 'The analyses, newest first.',
    query: z.object({
      case: z.string().optional(),
      subject: z.string().optional().describe('what it is about: case/ID, dyad/VNM-USA and so on'),
    }),
    answer: z.object({ analyses: z.array(Entry) }),
  },
  readAnalysis: {
    method: 'get',
    path: '/api/analyses/{id}',
    about: 'One analysis, whole.',
    answer: Analysis,
  },
  rerunAnalysis: {
    method: 'post',
    path: '/api/analyses/{id}/rerun',
    about: 'Runs an analysis again from its pinned inputs; a problem if the bytes differ.',
    answer: z.object({ same: z.literal(true) }),
  },
  report,
} as const
