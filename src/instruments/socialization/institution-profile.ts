import { bounds } from '#domain/date'
import { pointers } from '#domain/finding'
import { institutionFeatures } from '#domain/institution'
import { missing } from '#domain/missing'
import type { Input, Profile } from './model.ts'
import { reasons, settingWords } from './reasons.data.ts'
import { valueWords } from './wording.data.ts'

/**
 * How conducive the institution is to persuasion and to social influence (S7): the share of the five features, as
 * far as coded for the window of the case, that lean either way. Formal design and practice are profiled apart.
 *
 * @see Johnston (2001), International Studies Quarterly 45(4), 509-510
 */
export function profiles(input: Input): readonly Profile[] {
  return (['formal', 'in-practice'] as const).map((setting) => profile(input, setting))
}

function profile(input: Input, setting: Profile['setting']): Profile {
  const features = institutionFeatures.map((name) => {
    const found = (input.institution.features ?? []).filter(
      (f) => f.feature === name && f.setting === setting && holds(f, input.case.window),
    )
    const coded = found.at(-1)
    const absent = missing('not-collected', reasons.notCoded, {
      feature: { en: name, vi: valueWords[name]?.vi ?? name },
      setting: settingWords[setting],
    })
    return {
      feature: name,
      value: coded?.value ?? absent,
      leaning: coded?.leaning ?? absent,
      evidence: coded ? pointers('institution', { id: input.institution.id, restsOn: coded.restsOn }) : [],
    }
  })
  const coded = features.filter((f) => typeof f.leaning === 'string')
  const share = (word: string) =>
    coded.length === 0
      ? missing('not-collected', reasons.nothingCoded, { setting: settingWords[setting] })
      : coded.filter((f) => f.leaning === word || f.leaning === 'both').length / coded.length
  return { setting, features, persuasion: share('persuasion'), socialInfluence: share('social-influence') }
}

function holds(
  feature: { from?: string | undefined; to?: string | undefined },
  window: { from: string; to: string },
) {
  const begins = feature.from === undefined || bounds(feature.from).earliest <= bounds(window.to).latest
  const ends = feature.to === undefined || bounds(feature.to).latest >= bounds(window.from).earliest
  return begins && ends
}
