import { type Finding, finding } from '#domain/finding'
import { isMissing } from '#domain/missing'
import { converged } from './convergence-finding.ts'
import { interval, mechanismsIn, number, percent, signed } from './finding-words.ts'
import type { Result } from './model.ts'
import { conditions, design, gaps, hedges, lookNext, minority, moment, movers } from './record-findings.ts'
import type { WeighedClue } from './weighing-model.ts'

/** The findings of a case, in the order in which one argues it: verdict, robustness, then the record behind it. */
export function findings(result: Result): readonly Finding[] {
  return [
    leading(result),
    ...agreement(result),
    robust(result),
    ...testimony(result),
    turning(result),
    ...moment(result),
    ...minority(result),
    ...movers(result),
    ...hedges(result),
    ...gaps(result),
    ...conditions(result),
    ...design(result),
    ...converged(result),
    ...lookNext(result),
  ]
}

function leading({ weighing, verdict }: Result): Finding {
  const top = weighing.hypotheses.find((h) => h.id === weighing.leads)
  const value = top?.posterior.value ?? 0
  const range = interval(top?.posterior)
  const inner = {
    yes: { en: 'with private acceptance', vi: 'có sự chấp nhận trong nội tâm' },
    no: { en: 'without private acceptance', vi: 'không có sự chấp nhận trong nội tâm' },
    'agents-only': {
      en: 'with private acceptance by the officials concerned, not yet by the state',
      vi: 'có sự chấp nhận trong nội tâm ở các cán bộ trực tiếp tham gia, chưa phải ở cấp nhà nước',
    },
  }[isMissing(verdict.privateAcceptance) ? 'no' : verdict.privateAcceptance]
  return finding(
    'verdict',
    'S14',
    {
      en: `The change is best explained by ${mechanismsIn(weighing.leads, 'en')} (posterior ${number(value)}, ${range}), ${inner.en}.`,
      vi: `Thay đổi này được giải thích tốt nhất bằng ${mechanismsIn(weighing.leads, 'vi')} (xác suất hậu nghiệm ${number(value, 'vi')}, ${interval(top?.posterior, 'vi')}), ${inner.vi}.`,
    },
    strongest(weighing.clues).flatMap((clue) => clue.evidence),
    top?.posterior,
  )
}

function agreement({ verdict, weighing }: Result): readonly Finding[] {
  const { author, otherUnit, mechanisms } = verdict
  const form = mechanisms.filter((m) => m.role === 'form-of-the-act')
  const said: Finding[] = []
  if (!isMissing(author))
    said.push(
      finding(
        'author',
        'S14',
        author.agrees
          ? {
              en: `This agrees with the author of the study: ${author.outcome.replace(/\.$/, '')}.`,
              vi: `Kết quả này thống nhất với tác giả công trình: ${author.outcome.replace(/\.$/, '')}.`,
            }
          : {
              en: `This differs from the author of the study, who holds ${author.mechanisms.join(', ')}: ${author.because}.`,
              vi: `Kết quả này khác với tác giả công trình (${author.mechanisms.join(', ')}): ${author.becauseVi ?? author.because}.`,
            },
        verdict.later.flatMap((one) => one.evidence).slice(0, 1),
      ),
    )
  if (form.length > 0)
    said.push(
      finding(
        'form',
        'S14',
        {
          en: 'Mimicking is the form of the act only: others were copied, but the clues speak against copying as the motive.',
          vi: 'Bắt chước chỉ là hình thức của hành động: có làm theo người khác, nhưng chứng cứ không ủng hộ việc coi đó là động cơ.',
        },
        weighing.clues.filter((c) => speaksOf(c, 'mimicking')).flatMap((c) => c.evidence),
      ),
    )
  if (!isMissing(otherUnit))
    said.push(
      finding(
        'unit',
        'S14',
        {
          en: `Asked of the ${otherUnit.unit === 'state' ? 'state as a whole' : 'officials'}, the leading explanation is ${mechanismsIn(otherUnit.leads, 'en')} (posterior ${number(otherUnit.posterior)}).`,
          vi: `Nếu xét ${otherUnit.unit === 'state' ? 'cả nhà nước' : 'các cán bộ'}, giả thuyết dẫn đầu là ${mechanismsIn(otherUnit.leads, 'vi')} (xác suất hậu nghiệm ${number(otherUnit.posterior, 'vi')}).`,
        },
        weighing.aside.flatMap((one) => one.evidence),
      ),
    )
  return said
}

function robust({ weighing, witnesses }: Result): Finding {
  const { single, flip, shareOfDrawsLeading: share } = weighing
  const against = { en: mechanismsIn(single.against, 'en'), vi: mechanismsIn(single.against, 'vi') }
  const who = single.witnesses.map((id) => witnesses[id] ?? id).join('; ')
  const decided = {
    yes: {
      en: `it rests on single witnesses: without any one of ${who}, ${against.en} leads`,
      vi: `kết luận dựa vào từng nguồn đơn lẻ: bỏ một trong các nguồn ${who} thì ${against.vi} dẫn đầu`,
    },
    nearly: {
      en: `it nearly rests on one witness, ${who}, with whom ${percent(single.lost)} of the lead over ${against.en} goes`,
      vi: `kết luận gần như dựa vào một nguồn, ${who}; bỏ nguồn này thì mất ${percent(single.lost)} khoảng cách so với ${against.vi}`,
    },
    no: {
      en: `no single witness decides it against ${against.en}`,
      vi: `không một nguồn đơn lẻ nào quyết định so với ${against.vi}`,
    },
  }[single.decided]
  const clue = isMissing(flip.single)
    ? { en: 'no single judgement turns it', vi: 'không một nhận định đơn lẻ nào làm đổi kết luận' }
    : {
        en: `the smallest change of one judgement that turns it is ${number(flip.single.byDb)} dB less on clue ${flip.single.clue}, towards ${mechanismsIn(flip.towards, 'en')}`,
        vi: `thay đổi nhỏ nhất ở một nhận định làm đổi kết luận là bớt ${number(flip.single.byDb, 'vi')} dB ở chứng cứ ${flip.single.clue}, nghiêng sang ${mechanismsIn(flip.towards, 'vi')}`,
      }
  return finding(
    'robustness',
    'S13',
    {
      en: `It leads in ${percent(share)} of the draws; ${decided.en}; ${clue.en}.`,
      vi: `Giả thuyết này dẫn đầu trong ${percent(share)} số lần mô phỏng; ${decided.vi}; ${clue.vi}.`,
    },
    weighing.clues.filter((c) => single.witnesses.includes(c.witness)).flatMap((c) => c.evidence),
  )
}

function testimony({ weighing, witnesses }: Result): readonly Finding[] {
  const { moment: at } = weighing
  if (isMissing(at)) return []
  const [first] = at.witnesses
  const how = {
    yes: { en: 'rests on one witness', vi: 'dựa vào một nguồn' },
    nearly: { en: 'nearly rests on one witness', vi: 'gần như dựa vào một nguồn' },
    no: { en: 'is told by several witnesses', vi: 'được nhiều nguồn xác nhận' },
  }[at.single]
  const named = at.witnesses
    .map((w) => `${witnesses[w.witness] ?? w.witness} (${percent(w.share)})`)
    .join(', ')
  const clues = at.single === 'no' ? at.witnesses.flatMap((w) => w.clues) : (first?.clues ?? [])
  return [
    finding(
      'testimony',
      'S13',
      {
        en: `What happened at the decisive moment (${at.date}) ${how.en}: ${named} of the weight.`,
        vi: `Diễn biến tại thời điểm quyết định (${at.date}) ${how.vi}: ${named} sức nặng.`,
      },
      weighing.clues.filter((c) => clues.includes(c.id)).flatMap((c) => c.evidence),
    ),
  ]
}

function turning({ weighing }: Result): Finding {
  const top = strongest(weighing.clues)
  const list = top.map((c) => `“${c.claim.replace(/\.$/, '')}” (${signed(c.countedDb)} dB)`)
  return finding(
    'clues',
    'S10',
    {
      en: `The clues that do most for it against ${mechanismsIn(weighing.single.against, 'en')}: ${list.join('; ')}.`,
      vi: `Các chứng cứ có sức nặng nhất so với ${mechanismsIn(weighing.single.against, 'vi')}: ${list.join('; ')}.`,
    },
    top.flatMap((clue) => clue.evidence),
  )
}

function speaksOf(clue: WeighedClue, mechanism: string): boolean {
  return clue.bearings.some((b) => b.hypothesis === mechanism)
}

function strongest(clues: readonly WeighedClue[]): readonly WeighedClue[] {
  return clues
    .filter((c) => c.countedDb > 0)
    .toSorted((a, b) => b.countedDb - a.countedDb)
    .slice(0, 5)
}
