import { type Estimate, type Finding, finding } from '#domain/finding'
import { becauseIn, isMissing } from '#domain/missing'
import { number } from '#domain/number'
import { say } from './charts.ts'
import type { Result } from './model.ts'
import { percent, stateIn, told } from './words.ts'

/** What each side would lose if trade were cut (D10). */
export function entwined({ entwinement, dyad }: Result): readonly Finding[] {
  const [first, second] = entwinement.losses
  if (first === undefined || second === undefined || isMissing(first.income) || isMissing(second.income))
    return []
  const inPercent = (loss: typeof first, language: 'en' | 'vi') =>
    isMissing(loss.income)
      ? ''
      : `${percent(loss.income.value, language, 2)} (${loss.income.interval?.map((end) => number(100 * end, language)).join('–')})`
  const verdict = {
    'both-bound': {
      en: 'neither could do without the other cheaply',
      vi: 'không bên nào có thể thiếu bên kia mà không trả giá',
    },
    'one-bound': {
      en: `only ${stateIn(entwinement.boundSide ?? '', 'en')} could not do without the other cheaply`,
      vi: `chỉ ${stateIn(entwinement.boundSide ?? '', 'vi')} phải trả giá đáng kể nếu thiếu bên kia`,
    },
    'neither-bound': { en: 'either could do without the other', vi: 'mỗi bên đều có thể thiếu bên kia' },
  }
  const said = isMissing(entwinement.verdict) ? { en: '', vi: '' } : verdict[entwinement.verdict]
  return [
    finding(
      'entwinement',
      'D10',
      {
        en: `If trade were cut, ${stateIn(dyad[0], 'en')} would lose ${inPercent(first, 'en')} of income and ${stateIn(dyad[1], 'en')} ${inPercent(second, 'en')}: ${said.en}.`,
        vi: `Nếu thương mại bị cắt, ${stateIn(dyad[0], 'vi')} mất ${inPercent(first, 'vi')} thu nhập và ${stateIn(dyad[1], 'vi')} mất ${inPercent(second, 'vi')}: ${said.vi}.`,
      },
      [...first.evidence, ...second.evidence],
      first.income,
    ),
  ]
}

/** How far words were followed by deeds, and what binds (D7). */
export function trusted({ trust, dyad: [, partner] }: Result): readonly Finding[] {
  const [name, nameVi] = [stateIn(partner, 'en'), stateIn(partner, 'vi')]
  if (isMissing(trust.degree) || isMissing(trust.hitRate))
    return [
      finding(
        'trust',
        'D7',
        {
          en: `The degree of trust in ${name} is not known: ${isMissing(trust.hitRate) ? trust.hitRate.because : ''}. Institutions that bind: ${trust.binding.length}.`,
          vi: `Chưa biết mức độ lòng tin đối với ${nameVi}: ${isMissing(trust.hitRate) ? becauseIn(trust.hitRate, 'vi') : ''}. Số thể chế ràng buộc: ${trust.binding.length}.`,
        },
        trust.binding.flatMap(({ evidence }) => evidence),
      ),
    ]
  return [
    finding(
      'trust',
      'D7',
      {
        en: `Trust in ${name} is of degree ${trust.degree} of 4 (1 is highest): ${told(trust.hitRate, 'en')} of its words were followed by deeds, and ${trust.binding.length === 1 ? '1 institution binds' : `${trust.binding.length} institutions bind`}${trust.illustrative ? ' (illustrative)' : ''}.`,
        vi: `Lòng tin đối với ${nameVi} ở mức ${trust.degree} trên 4 (1 là cao nhất): ${told(trust.hitRate, 'vi')} lời nói đi đôi với việc làm, ${trust.binding.length} thể chế ràng buộc${trust.illustrative ? ' (minh họa)' : ''}.`,
      },
      trust.pairs.flatMap(({ evidence }) => evidence),
      trust.hitRate,
    ),
  ]
}

/** Where trust and cooperation place the relation (D8). */
export function placed({ quadrant }: Result): readonly Finding[] {
  if (isMissing(quadrant.place) || isMissing(quadrant.sure)) return []
  return [
    finding(
      'quadrant',
      'D8',
      {
        en: `By trust and cooperation this is a ${say(quadrant.place, 'en')}, with probability ${number(quadrant.sure, 'en')}.`,
        vi: `Theo lòng tin và hợp tác, đây là ${say(quadrant.place, 'vi')}, xác suất ${number(quadrant.sure, 'vi')}.`,
      },
      [],
    ),
  ]
}

/** How long it has not been interrupted, and how often its mechanisms end (D9). */
export function durable({ durability }: Result): readonly Finding[] {
  if (isMissing(durability.yearsUnbroken)) return []
  const years = Math.floor(durability.yearsUnbroken)
  const hazard = isMissing(durability.hazard) ? null : durability.hazard
  const ends = hazard === null ? null : endsIn(hazard)
  return [
    finding(
      'durability',
      'D9',
      {
        en: `The relation has not been interrupted for ${years} years (${durability.interruptions === 1 ? '1 interruption' : `${durability.interruptions} interruptions`} before)${durability.illustrative ? ' (illustrative)' : ''}${ends === null ? '' : `; ${ends.en}`}.`,
        vi: `Quan hệ không bị gián đoạn trong ${years} năm (trước đó gián đoạn ${durability.interruptions} lần)${durability.illustrative ? ' (minh họa)' : ''}${ends === null ? '' : `; ${ends.vi}`}.`,
      },
      durability.spells.slice(0, 3).flatMap(({ evidence }) => evidence),
      hazard ?? undefined,
    ),
  ]
}

function endsIn(hazard: Estimate): { readonly en: string; readonly vi: string } {
  if (hazard.value > 0)
    return {
      en: `mechanisms of this state end at a rate of ${told(hazard, 'en', 3)} a year`,
      vi: `cơ chế của nước này kết thúc với tỷ lệ ${told(hazard, 'vi', 3)} mỗi năm`,
    }
  const most = hazard.interval?.[1] ?? 0
  return {
    en: `no mechanism of this state was seen to end, which allows a rate of up to ${number(most, 'en', 3)} a year`,
    vi: `chưa thấy cơ chế nào của nước này kết thúc, tỷ lệ có thể đến ${number(most, 'vi', 3)} mỗi năm`,
  }
}

/** What a rupture would cost against what upkeep does (D9). */
export function worth({ upkeep, entwinement }: Result): readonly Finding[] {
  return upkeep.flatMap((one): Finding[] => {
    if (isMissing(one.lossOverCost)) return []
    return [
      finding(
        `upkeep-${one.of}`,
        'D9',
        {
          en: `For ${stateIn(one.of, 'en')} the loss from a rupture is ${told(one.lossOverCost, 'en', 1)} times the cost of upkeep${one.illustrative ? ' (illustrative)' : ''}.`,
          vi: `Với ${stateIn(one.of, 'vi')}, thiệt hại nếu quan hệ đổ vỡ gấp ${told(one.lossOverCost, 'vi', 1)} lần chi phí duy trì${one.illustrative ? ' (minh họa)' : ''}.`,
        },
        [...one.evidence, ...entwinement.losses.flatMap(({ evidence }) => evidence)],
        one.lossOverCost,
      ),
    ]
  })
}

/** Whether movement in one field comes before movement in another (D11). */
export function spilled({ spillOver }: Result): readonly Finding[] {
  const told_ = spillOver.filter(({ p }) => !isMissing(p))
  if (told_.length === 0) return []
  const strong = told_.filter(({ p }) => !isMissing(p) && p < 0.05 / told_.length)
  const names = (language: 'en' | 'vi') =>
    strong
      .map((one) => (language === 'vi' ? `${one.fromVi} → ${one.toVi}` : `${one.from} → ${one.to}`))
      .join('; ')
  return [
    finding(
      'spill-over',
      'D11',
      strong.length === 0
        ? {
            en: `Of ${told_.length} pairs of fields none shows that movement in one comes before movement in another.`,
            vi: `Trong ${told_.length} cặp lĩnh vực, không cặp nào cho thấy thay đổi ở lĩnh vực này đi trước lĩnh vực kia.`,
          }
        : {
            en: `Movement in one field comes before movement in another: ${names('en')}.`,
            vi: `Thay đổi ở một lĩnh vực đi trước thay đổi ở lĩnh vực khác: ${names('vi')}.`,
          },
      [],
    ),
  ]
}
