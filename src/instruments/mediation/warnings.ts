import { bounds } from '#domain/date'
import type { Bilingual } from '#domain/instrument'
import { isMissing } from '#domain/missing'
import type { Input } from './model.ts'
import type { Quantities } from './situation.ts'
import { joined, stateName } from './words.ts'

/** What a reader must know before the numbers. */
export function warningsOf(
  { request, parties, dispute }: Input,
  { standings, stakes, ripeness, capabilities }: Quantities,
  isParty: boolean,
  sides: number,
): readonly Bilingual[] {
  const found: Bilingual[] = []
  const mediator = stateName(request.mediator)
  if (isParty)
    found.push({
      en: `${mediator.en} is a party to this dispute. No role of a third party is open to it; it may negotiate, or ask others to help.`,
      vi: `${mediator.vi} là một bên của tranh chấp này. Không có vai trò bên thứ ba nào dành cho nước này; có thể đàm phán hoặc mời nước khác giúp.`,
    })
  else if (sides < 2)
    found.push({
      en: `Only one side of this dispute is recorded${parties.length === 1 ? '' : ', with several parties'}: roles that go between two sides are ruled out, and impartiality has no meaning until another side is recorded.`,
      vi: `Chỉ ghi nhận một phía của tranh chấp này${parties.length === 1 ? '' : ' (gồm nhiều bên)'}: các vai trò đứng giữa hai phía bị loại, và chưa thể nói đến tính vô tư khi chưa ghi nhận phía kia.`,
    })
  const unknown = standings.filter(({ standing }) => isMissing(standing.level))
  if (unknown.length > 0 && !isParty) {
    const names = joined(
      unknown.map(({ party }) => party.name),
      ', ',
    )
    found.push({
      en: `Standing is not known with ${names.en}: roles stay open that it might rule out.`,
      vi: `Chưa biết uy tín với ${names.vi}: có vai trò còn để ngỏ mà lẽ ra có thể bị loại.`,
    })
  }
  const all = [...standings.map(({ standing }) => standing), ...stakes, ...ripeness, ...capabilities]
  const known = all.filter(({ level }) => !isMissing(level))
  const madeUp = known.filter(({ illustrative }) => illustrative).length
  if (madeUp > 0 && !isParty)
    found.push({
      en: `${madeUp} of ${known.length} quantities are illustrative: no source at hand tells them. Put your own judgement in their place.`,
      vi: `${madeUp} trong ${known.length} đại lượng mang tính minh họa: chưa có nguồn nào nêu. Hãy thay bằng nhận định của bạn.`,
    })
  if (dispute.phases.every(({ from }) => bounds(from).earliest > bounds(request.asOf).latest))
    found.push({
      en: `No phase of this dispute has begun by ${request.asOf}: the stage is that of its first phase.`,
      vi: `Tính đến ${request.asOf} chưa giai đoạn nào của tranh chấp bắt đầu: lấy giai đoạn đầu tiên.`,
    })
  if (known.length === 0)
    found.push({
      en: 'Nothing is known of this third party: every role that nothing rules out is open only because nobody has judged.',
      vi: 'Chưa biết gì về bên thứ ba này: mọi vai trò chưa bị loại chỉ vì chưa ai nhận định.',
    })
  return found
}
