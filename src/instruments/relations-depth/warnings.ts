import type { Language } from '#domain/exhibit'
import { isMissing } from '#domain/missing'
import { ceased } from './ceased.ts'
import type { Input, Result, Standing } from './model.ts'
import { floor, type Tree } from './tree.ts'
import type { Weighed } from './weigh.ts'
import { words } from './words.data.ts'

/** Leaves on which little is known, and choices that do nothing, told before the number is believed. */
export function warningsOf(
  { request, framework, dossiers }: Input,
  tree: Tree,
  standings: readonly Standing[],
  year: number,
  { notElicited }: Weighed,
): Result['warnings'] {
  const said: { en: string; vi: string }[] = []
  const [own] = standings
  const codes = new Set(tree.criteria.map(({ code }) => code))
  const percent = (share: number) => `${Math.round(share * 100)} %`
  if (own !== undefined && own.coverage < 0.5)
    said.push({
      en: `Only ${percent(own.coverage)} of the weight of the framework is known for ${own.title} in ${year}; the rest widens the interval.`,
      vi: `Chỉ biết ${percent(own.coverage)} trọng số của khung tiêu chí đối với ${own.titleVi} năm ${year}; phần còn lại làm khoảng rộng ra.`,
    })
  for (const code of Object.keys(request.weights))
    if (!codes.has(code))
      said.push({
        en: `The request weighs ${code}, which the framework ${framework.id} (${framework.edition}) does not have; it changes nothing.`,
        vi: `Yêu cầu cho trọng số ${code}, nhưng khung ${framework.id} (${framework.edition}) không có tiêu chí này; không ảnh hưởng gì.`,
      })
  const gone = new Set(
    dossiers.flatMap(({ ratings }) => ratings.map(({ leaf }) => leaf)).filter((leaf) => !codes.has(leaf)),
  )
  for (const leaf of gone)
    said.push({
      en: `There are ratings of ${leaf}, which this edition of the framework no longer has; they are not counted.`,
      vi: `Có điểm chấm cho ${leaf}, nhưng khung hiện nay không còn tiêu chí này; các điểm đó không được tính.`,
    })
  for (const [at, { code }] of tree.criteria.entries()) {
    const children = [...tree.parent.keys()].filter((one) => tree.parent[one] === at)
    if (children.length > 0 && children.every((one) => tree.weight[one] === 0))
      said.push({
        en: `The weights below ${code} sum to 0: it gives no number.`,
        vi: `Tổng trọng số dưới ${code} bằng 0: tiêu chí này không cho kết quả.`,
      })
  }
  const single = (own?.leaves ?? []).filter(({ raters, share }) => raters === 1 && !isMissing(share))
  if (single.length > 0)
    said.push({
      en: `One rater alone judged ${single.map(({ title }) => title).join('; ')}: nobody can tell how others would.`,
      vi: `Chỉ một người chấm ${single.map(({ titleVi }) => titleVi).join('; ')}: không biết người khác sẽ chấm ra sao.`,
    })
  if (notElicited.length > 0) {
    const names = (language: Language) =>
      notElicited
        .map((code) => framework.criteria.find((one) => one.code === code))
        .map((one) =>
          one === undefined
            ? words.whole[language]
            : language === 'vi'
              ? (one.titleVi ?? one.title)
              : one.title,
        )
        .join('; ')
    said.push({
      en: `Nobody was asked for the weights below these, which keep those of the framework: ${names('en')}.`,
      vi: `Chưa ai được hỏi về trọng số bên dưới các tiêu chí này, nên dùng trọng số của khung: ${names('vi')}.`,
    })
  }
  const ways = new Set([request.aggregate, ...request.alternatives])
  const empty = (own?.leaves ?? []).filter(
    ({ share, weight }) => !isMissing(share) && share < floor && weight > 0,
  )
  if (empty.length > 0 && (ways.has('geometric') || ways.has('harmonic')))
    said.push({
      en: `At or near 0, and counted as ${floor} under a geometric or harmonic mean, which they pull down: ${empty.map(({ title }) => title).join('; ')}.`,
      vi: `Bằng hoặc gần 0, được tính là ${String(floor).replace('.', ',')} khi lấy trung bình nhân hoặc điều hòa và kéo kết quả xuống: ${empty.map(({ titleVi }) => titleVi).join('; ')}.`,
    })
  for (const state of dossiers[0]?.relation.parties ?? [])
    if (ceased(state, year))
      said.push({
        en: `${state} no longer existed in ${year}; nothing is carried over from before.`,
        vi: `${state} không còn tồn tại vào năm ${year}; không dùng số liệu cũ thay thế.`,
      })
  return said
}
