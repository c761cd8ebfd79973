import { type Finding, finding } from '#domain/finding'
import { isMissing } from '#domain/missing'
import { say } from './charts.ts'
import { durable, entwined, placed, spilled, trusted, worth } from './findings-relation.ts'
import type { Result } from './model.ts'
import { restOf } from './table.ts'
import { percent, told } from './words.ts'

/** The findings of a relation: how deep, how sure, what would deepen it; then its other partners. */
export function findings(result: Result): readonly Finding[] {
  return [
    depth(result),
    ...result.warnings.map((said, at) => finding(`warning-${at + 1}`, 'D5', said, [])),
    ...basis(result),
    ...sensitive(result),
    ...entwined(result),
    ...trusted(result),
    ...placed(result),
    ...durable(result),
    ...worth(result),
    ...spilled(result),
    ...managed(result),
    ...titles(result),
    ...deepen(result),
    ...result.standings
      .slice(1)
      .toSorted((a, b) => depthFirst(b) - depthFirst(a))
      .map((one) => partner(result, one)),
  ].map((one) => (one.evidence.length > 0 ? one : { ...one, evidence: onTheWhole(result) }))
}

/** What a statement about the whole index rests on: the framework, and one place of each source that was read. */
function onTheWhole(result: Result): Finding['evidence'] {
  return [...result.framework.evidence.slice(0, 1), ...restOf(result)].map((one) => ({ ...one }))
}

function depth(result: Result): Finding {
  const [own] = result.standings
  const { title, titleVi, year } = result
  const evidence = (own?.leaves ?? []).flatMap((leaf) => leaf.evidence)
  if (own === undefined || isMissing(own.depth))
    return finding(
      'depth',
      'D5',
      {
        en: `Nothing is known of the depth of ${title}: ${isMissing(result.depth) ? result.depth.because : ''}.`,
        vi: `Chưa biết gì về chiều sâu của ${titleVi}.`,
      },
      evidence,
    )
  const known = own.coverage
  return finding(
    'depth',
    'D5',
    {
      en: `${title}: depth ${told(own.depth, 'en')} in ${result.year}, rank ${told(own.rank, 'en', 0)} of ${result.standings.length}; ${percent(known, 'en')} of the framework is known.`,
      vi: `${titleVi}: chiều sâu ${told(own.depth, 'vi')} năm ${year}, hạng ${told(own.rank, 'vi', 0)} trên ${result.standings.length}; đã biết ${percent(known, 'vi')} khung tiêu chí.`,
    },
    evidence,
    own.depth,
  )
}

function depthFirst({ depth: of }: Result['standings'][number]): number {
  return isMissing(of) ? -1 : of.value
}

function partner(result: Result, one: Result['standings'][number]): Finding {
  return finding(
    `depth-${one.relation}`,
    'D5',
    isMissing(one.depth)
      ? { en: `${one.title}: not known.`, vi: `${one.titleVi}: chưa biết.` }
      : {
          en: `${one.title}: depth ${told(one.depth, 'en')} in ${result.year}, rank ${told(one.rank, 'en', 0)}; ${percent(one.coverage, 'en')} known.`,
          vi: `${one.titleVi}: chiều sâu ${told(one.depth, 'vi')} năm ${result.year}, hạng ${told(one.rank, 'vi', 0)}; đã biết ${percent(one.coverage, 'vi')}.`,
        },
    restOf(result, result.standings.indexOf(one)),
    one.depth,
  )
}

function basis(result: Result): readonly Finding[] {
  if (isMissing(result.depthWithIllustrative)) return []
  return [
    finding(
      'illustrative',
      'D2',
      {
        en: `Illustrative ratings are left out. With their means depth would read ${told(result.depthWithIllustrative, 'en')}: this shows the method, not the relation.`,
        vi: `Điểm chấm minh họa không được tính. Nếu tính trung bình của chúng, chiều sâu là ${told(result.depthWithIllustrative, 'vi')}: chỉ để minh họa phương pháp, không nói về quan hệ.`,
      },
      [],
      result.depthWithIllustrative,
    ),
  ]
}

function sensitive(result: Result): readonly Finding[] {
  const top = result.sensitivity.toSorted((a, b) => b.total.value - a.total.value)[0]
  if (top === undefined) return []
  return [
    finding(
      'sensitivity',
      'D6',
      {
        en: `Most of the uncertainty comes from ${say(top.input, 'en')}: ${told(top.total, 'en')} of the variance with all interactions.`,
        vi: `Phần lớn độ bất định đến từ ${say(top.input, 'vi')}: ${told(top.total, 'vi')} phương sai, kể cả tương tác.`,
      },
      [],
      top.total,
    ),
  ]
}

/** What stands beside the index with weight 0: the capacity to manage the relation (D12). */
function managed({ standings }: Result): readonly Finding[] {
  const [own] = standings
  return (own?.branches ?? [])
    .filter(({ weight, depth: below }) => weight === 0 && below === 0)
    .flatMap(({ code, title, titleVi, value }): Finding[] => {
      if (isMissing(value)) return []
      const leaves = (own?.leaves ?? []).filter(({ under }) => under.includes(code))
      const illustrative = leaves.some((leaf) => leaf.illustrative)
      return [
        finding(
          `beside-${code}`,
          'D12',
          {
            en: `${title}: ${told(value, 'en')}${illustrative ? ' (illustrative)' : ''}; it does not count in the index.`,
            vi: `${titleVi}: ${told(value, 'vi')}${illustrative ? ' (minh họa)' : ''}; không tính vào chỉ số.`,
          },
          leaves.flatMap(({ evidence }) => evidence),
          value,
        ),
      ]
    })
}

function titles({ titled, title, titleVi, standings }: Result): readonly Finding[] {
  const own = titled.filter(({ relation }) => relation === standings[0]?.relation)
  const of = (reading: 'over' | 'under') => own.filter((one) => one.reading === reading)
  return (['over', 'under'] as const).flatMap((reading) => {
    const list = of(reading)
    if (list.length === 0) return []
    const others = [...new Set(list.map(({ against }) => against))].join('; ')
    const othersVi = [...new Set(list.map(({ againstVi }) => againstVi))].join('; ')
    return [
      finding(
        `titled-${reading}`,
        'D13',
        reading === 'over'
          ? {
              en: `${title} is titled above its depth: deeper, under a lower title, are ${others} (in 90 % of draws or more${list.some((one) => one.illustrative) ? '; tiers are illustrative' : ''}).`,
              vi: `${titleVi} có tên gọi cao hơn chiều sâu: sâu hơn dù tên gọi thấp hơn có ${othersVi} (từ 90 % số lần rút${list.some((one) => one.illustrative) ? '; cấp độ chỉ để minh họa' : ''}).`,
            }
          : {
              en: `${title} is titled below its depth: shallower, under a higher title, are ${others} (in 90 % of draws or more${list.some((one) => one.illustrative) ? '; tiers are illustrative' : ''}).`,
              vi: `${titleVi} có tên gọi thấp hơn chiều sâu: nông hơn dù tên gọi cao hơn có ${othersVi} (từ 90 % số lần rút${list.some((one) => one.illustrative) ? '; cấp độ chỉ để minh họa' : ''}).`,
            },
        [],
      ),
    ]
  })
}

function deepen({ levers, plan, planned }: Result): readonly Finding[] {
  const best = levers.find(({ gain }) => !isMissing(gain) && gain.value > 0)
  const said: Finding[] = []
  if (best !== undefined && !isMissing(best.gain))
    said.push(
      finding(
        'lever',
        'D14',
        {
          en: `Of ${plan.id === null ? 'all criteria, each moved by a fifth of its scale,' : 'the targets of the plan'} ${best.title} would raise depth most for its effort: by ${told(best.gain, 'en')}.`,
          vi: `Trong ${plan.id === null ? 'các tiêu chí, mỗi tiêu chí nhích một phần năm thang,' : 'các mục tiêu của kế hoạch,'} ${best.titleVi} làm chiều sâu tăng nhiều nhất so với công sức: ${told(best.gain, 'vi')}.`,
        },
        [],
        best.gain,
      ),
    )
  if (!isMissing(planned))
    said.push(
      finding(
        'planned',
        'D14',
        {
          en: `If what is known of the targets of ${plan.title} is reached by ${plan.year}, depth is ${told(planned, 'en')}.`,
          vi: `Nếu đạt các mục tiêu đã biết hiện trạng của ${plan.title} vào năm ${plan.year}, chiều sâu là ${told(planned, 'vi')}.`,
        },
        [],
        planned,
      ),
    )
  return said
}
