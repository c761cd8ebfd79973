import type { Exhibit, Language } from '#domain/exhibit'
import { type Finding, finding } from '#domain/finding'
import { row } from '#domain/table'
import type { Result } from './model.ts'
import { exhibit, mostPointers } from './table.ts'
import { words } from './words.data.ts'

/** What stands against declared policies, in one statement; nothing is said where no policy is recorded. */
export function policyFindings(result: Result): readonly Finding[] {
  const { title, titleVi } = result
  const policies = policiesOf(result)
  if (policies.length === 0) return []
  const flags = policies.flatMap((policy) => policy.flags)
  const open = flags.filter(({ state }) => state !== 'settled')
  const strong = open.filter(({ strength }) => strength === 'strong').length
  const checked = Math.max(...policies.map((policy) => policy.checked))
  const listed = (language: Language) =>
    policies.map((policy) => (language === 'vi' ? policy.titleVi : policy.title)).join('; ')
  return [
    finding(
      'policies',
      'V7',
      {
        en: `${title} declared: ${listed('en')}. Of ${checked} agreements and activities held against this, flags to be settled: ${strong} strong, ${open.length - strong} weak; settled: ${flags.length - open.length}. A flag is no verdict, and no flag no proof: how much the rules miss is in the method.`,
        vi: `${titleVi} đã tuyên bố: ${listed('vi')}. Trong ${checked} thỏa thuận và hoạt động được đối chiếu, cờ báo cần quyết định: ${strong} mạnh, ${open.length - strong} yếu; đã quyết định: ${flags.length - open.length}. Cờ báo không phải phán quyết, và không có cờ báo không phải là bằng chứng: mức bỏ sót của quy tắc được nêu trong phương pháp.`,
      },
      [...policies.flatMap(({ evidence }) => evidence), ...flags.flatMap(({ evidence }) => evidence)].slice(
        0,
        mostPointers,
      ),
    ),
  ]
}

/** Every flag with what made it, and how it was settled. */
export function policiesTable(result: Result, language: Language): Exhibit {
  return exhibit(
    language,
    'policies',
    'V7',
    ['policy', 'title', 'date', 'strength', 'found', 'settled'],
    policiesOf(result).flatMap((policy) =>
      policy.flags.map((flag) =>
        row(
          [...policy.evidence, ...flag.evidence].slice(0, mostPointers),
          language === 'vi' ? policy.titleVi : policy.title,
          language === 'vi' ? flag.titleVi : flag.title,
          flag.date ?? '–',
          words[flag.strength][language],
          flag.triggers.map(({ because, found }) => `${because[language]} ${found.join(', ')}`).join(' '),
          flag.decision === null
            ? words.open[language]
            : `${words[flag.decision.decision][language]}: ${flag.decision.because}${flag.state === 'stale' ? ` (${words.stale[language]})` : ''}`,
        ),
      ),
    ),
    undefined,
    words.policyNote[language],
  )
}

/** An analysis of the days before the instrument read policies has none. */
function policiesOf({ policies }: { readonly policies?: Result['policies'] }): Result['policies'] {
  return policies ?? []
}
