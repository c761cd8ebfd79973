import type { CaseComparison, ComparedRate } from '#domain/case-comparison'
import { SoundingsError } from '#domain/errors'
import { idFromWords } from '#domain/id-from-words'
import { kinds } from '#domain/record'
import type { OutcomeRate } from '#numeric/comparable-rates'
import { stateId } from './datasets.ts'
import { toYaml } from './export.ts'
import { datasetSource } from './measures-file.ts'
import type { CasesAnswer, CasesRequest } from './mediation-cases.ts'

/** For which dispute a comparison is kept, and who would act. */
export interface ComparisonFrame {
  readonly dispute: string
  readonly mediator?: string | undefined
}

const kept = 8

/**
 * A comparison of attempts as the text of a record that the instrument *mediation* reads, with the version of the dataset and the command
 * that makes it again.
 *
 * @throws SoundingsError `method-input` if nothing was compared, or no outcome is known
 */
export function caseComparisonFile(
  answer: CasesAnswer,
  request: CasesRequest,
  { dispute, mediator }: ComparisonFrame,
): string {
  const { base, comparable } = answer
  if (base === null || comparable === null)
    throw new SoundingsError('method-input', 'nothing was compared, so that there is nothing to keep', {
      advice: 'Say what it is like: --role and --target.',
    })
  const roles = [...(request.roles ?? [])]
  const target = { ...request.target }
  const state = mediator === undefined ? undefined : stateId(mediator)
  const query = [
    `soundings mediation cases ${dispute}`,
    ...(state === undefined ? [] : [`--state ${state}`]),
    ...(request.record === undefined ? [] : [`--record ${request.record}`]),
    ...roles.map((role) => `--role ${role}`),
    ...Object.entries(target).map(([name, value]) => `--target ${name}=${value}`),
    ...Object.entries(request.weights ?? {}).map(([name, value]) => `--weight ${name}=${value}`),
    ...(request.outcome === undefined ? [] : [`--outcome ${request.outcome}`]),
    ...(request.k === undefined ? [] : [`--k ${request.k}`]),
    ...(request.cluster === undefined ? [] : [`--cluster ${request.cluster}`]),
    ...(request.seed === undefined || request.seed === 1 ? [] : [`--seed ${request.seed}`]),
  ].join(' ')
  const source = 'dataset-mediation'
  const record: CaseComparison = {
    id: `${dispute}/${idFromWords(['cases', state?.toLowerCase() ?? '', ...roles].filter((one) => one !== '').join(' '), 'cases')}`,
    dispute,
    ...(state === undefined ? {} : { mediator: state }),
    roles,
    target,
    outcome: answer.outcome,
    record: answer.record,
    ...(answer.k === null ? {} : { k: answer.k }),
    cluster: answer.cluster,
    from: answer.from,
    to: answer.to,
    base: rateOf(base),
    alike: rateOf(comparable),
    byRole: answer.byRole.flatMap(({ role, all, alike, circular }) =>
      all === null
        ? []
        : [
            {
              role,
              all: rateOf(all),
              ...(alike === null ? {} : { alike: rateOf(alike) }),
              ...(circular ? { circular } : {}),
            },
          ],
    ),
    nearest: answer.alike.slice(0, kept).map((one) => ({
      attempt: one.attempt,
      year: one.year,
      mediator: one.mediator,
      similarity: rounded(one.similarity),
      came: one.outcome === 1,
    })),
    cautions: [...answer.notices],
    computed: { dataset: 'mediation', version: answer.version, query },
    restsOn: [{ source }],
  }
  const head = [
    'Past attempts like one in a dispute, computed from an imported record.',
    'One command makes this file again, to the byte, in a workspace with the same files imported:',
    `  ${query} -o FILE`,
  ]
  const text = toYaml({
    [kinds.source.section]: [datasetSource(source)],
    [kinds['case-comparison'].section]: [record],
  })
  return `${head.map((line) => `# ${line}`).join('\n')}\n${text}`
}

function rateOf({ value, outer, n, clusters }: OutcomeRate): ComparedRate {
  return { value: rounded(value), interval: [rounded(outer[0]), rounded(outer[1])], attempts: n, clusters }
}

/** Four digits after the point. */
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
