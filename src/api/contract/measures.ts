import { z } from 'zod'
import { JobState } from './job.ts'

const Bilingual = z.object({ en: z.string(), vi: z.string() })

/** A measure of relations: what it is, what it needs, and whether that is here. */
const MeasureEntry = z.object({
  id: z.string(),
  title: Bilingual,
  formula: z.string(),
  unit: z.string(),
  directed: z.boolean(),
  /** true if one of the datasets is enough */
  either: z.boolean(),
  range: z.tuple([z.number().nullable(), z.number().nullable()]),
  direction: z.enum(['deeper', 'shallower', 'neither']),
  uncertainty: z.string(),
  caution: z.string(),
  source: z.string(),
  datasets: z.array(z.object({ id: z.string(), title: z.string(), imported: z.boolean() })),
  /** tables that are needed and not here, as dataset/table */
  lacking: z.array(z.string()),
  /** years in which it can be computed from what is here */
  covered: z.object({ from: z.int(), to: z.int() }).nullable(),
})
export type MeasureEntry = z.infer<typeof MeasureEntry>

const MeasureCatalogue = z.object({
  measures: z.array(MeasureEntry),
  /** what is asked for and no dataset holds */
  unmeasured: z.array(z.object({ id: z.string(), title: Bilingual, because: Bilingual })),
})

/** Of whom, with whom, when and what is to be measured. */
const MeasuresQuestion = z.object({
  state: z.string().min(1),
  partners: z.array(z.string().min(1)).min(1).max(250),
  years: z.array(z.int().min(1500).max(2200)).min(1).max(300),
  measures: z.array(z.string()).optional().describe('ids of measures; all that can be computed if left out'),
  save: z.boolean().default(false).describe('true to write the series as records'),
})

const MissingValue = z.object({ missing: z.string(), because: z.string() })

/** What a job of measures gives. */
const MeasuresResult = z.object({
  series: z.array(
    z.object({
      id: z.string(),
      measure: z.string(),
      relation: z.string().optional(),
      of: z.string(),
      towards: z.string().optional(),
      observations: z.array(
        z.object({
          year: z.int(),
          value: z.union([z.number(), MissingValue]),
          se: z.number().optional(),
        }),
      ),
      computed: z.object({ dataset: z.string(), version: z.string(), query: z.string() }).optional(),
    }),
  ),
  notices: z.array(z.string()),
  /** how many records were written; null if none were asked to be */
  written: z.object({ added: z.int(), superseded: z.int(), unchanged: z.int() }).nullable(),
})
export type MeasuresResult = z.infer<typeof MeasuresResult>

/** The calls about measures of relations. */
export const measureEndpoints = {
  listMeasures: {
    method: 'get',
    path: '/api/measures',
    about:
      'The measures of relations: formula, unit, datasets needed, whether these are imported, and the years covered.',
    answer: MeasureCatalogue,
  },
  computeMeasures: {
    method: 'post',
    path: '/api/measures',
    about:
      'Computes measures of a state and its partners, and saves them as series if that is asked: all or nothing. Answers a job; its result is `MeasuresResult`.',
    body: MeasuresQuestion,
    answer: JobState,
  },
} as const
