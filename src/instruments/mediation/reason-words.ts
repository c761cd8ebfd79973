import { capabilityKinds } from '#domain/capability-kinds.data'
import type { Bilingual } from '#domain/instrument'
import { number } from '#domain/number'
import type { RoleId } from '#domain/third-party-role'
import type { Verdict } from './judge-roles.ts'
import type { Pointer, Quantity, Reason, Result } from './model.ts'
import { words } from './words.data.ts'

/** What the reasons speak of: quantities, principles and third parties by their names. */
export interface Named {
  readonly quantities: ReadonlyMap<string, Quantity>
  readonly principles: Result['principles']
  readonly others: Result['others']
  readonly sides: ReadonlyMap<string, Bilingual>
  readonly mediator: Bilingual
  readonly ground: readonly Pointer[]
}

/** A verdict of the rule in words, with what it rests on. */
export function reasonOf(verdict: Verdict, role: RoleId, named: Named): Reason {
  return { ...verdict, said: saidOf(verdict, role, named), evidence: evidenceOf(verdict, named) }
}

const quantityKind = {
  trust: 'standing',
  capability: 'capability',
  ripeness: 'ripeness',
  stake: 'stake',
  'own-cause': 'stake',
} as const

function saidOf(verdict: Verdict, role: RoleId, named: Named): Bilingual {
  const { test, effect, on, has, needs } = verdict
  const level = (language: 'en' | 'vi') =>
    has === null ? words.notKnown[language] : number(has, language, 1)
  const need = (language: 'en' | 'vi') => (needs === null ? '' : number(needs, language, 1))
  const both = (en: string, vi: string): Bilingual => ({ en, vi })
  switch (test) {
    case 'is-party':
      return both(
        `${named.mediator.en} is a party to the dispute: whoever is a party cannot be the third`,
        `${named.mediator.vi} là một bên tranh chấp: bên tranh chấp không thể là bên thứ ba`,
      )
    case 'one-side':
      return both(
        'only one side is recorded, and this role goes between two',
        'chỉ ghi nhận một phía, trong khi vai trò này đứng giữa hai phía',
      )
    case 'principle': {
      const principle = named.principles.find(({ id }) => id === on)
      const rule = principle?.applies.find((one) => one.effect === effect && one.roles.includes(role))
      return both(
        `principle “${principle?.title.en ?? on}”: ${rule?.because.en ?? ''}`,
        `nguyên tắc “${principle?.title.vi ?? on}”: ${rule?.because.vi ?? ''}`,
      )
    }
    case 'trust': {
      const party = named.quantities.get(`standing/${on}`)?.title
      return both(
        `standing with ${party?.en ?? on}: ${level('en')}, needed ${need('en')}`,
        `uy tín với ${party?.vi ?? on}: ${level('vi')}, cần ${need('vi')}`,
      )
    }
    case 'difference': {
      const side = named.sides.get(on)
      return both(
        `stands ${level('en')} levels better with ${side?.en ?? on} than with the other side, at most ${need('en')} will do`,
        `uy tín với ${side?.vi ?? on} cao hơn phía kia ${level('vi')} mức, tối đa cho phép ${need('vi')}`,
      )
    }
    case 'capability': {
      const title = Object.entries(capabilityKinds).find(([kind]) => kind === on)?.[1]
      const [en, vi] = [shortOf(title?.en ?? on), shortOf(title?.vi ?? on)]
      return both(
        `capability, ${en}: ${level('en')}, needed ${need('en')}`,
        `năng lực, ${vi}: ${level('vi')}, cần ${need('vi')}`,
      )
    }
    case 'ripeness': {
      const element = named.quantities.get(`ripeness/${on}`)?.title
      const [early, soon] = effect === 'unknown' ? ['ripeness', 'độ chín muồi'] : ['too early', 'còn sớm']
      return both(
        `${early}: ${element?.en ?? on} ${level('en')}, needed ${need('en')}`,
        `${soon}: ${element?.vi ?? on} ${level('vi')}, cần ${need('vi')}`,
      )
    }
    case 'stake':
      return both(
        `interest of its own${has === null ? '' : ' at most'} ${level('en')}, needed ${need('en')} to stay with it`,
        `lợi ích tự thân${has === null ? '' : ' cao nhất'} ${level('vi')}, cần ${need('vi')} để theo đuổi đến cùng`,
      )
    case 'own-cause': {
      const dimension = named.quantities.get(`stake/${on}`)?.title
      const [cause, own] =
        effect === 'unknown'
          ? ['its own cause', 'liên quan đến chính mình']
          : ['judge in its own cause', 'phán xét việc liên quan đến chính mình']
      return both(
        `${cause}: ${dimension?.en ?? on} ${level('en')}, at most ${need('en')} will do`,
        `${own}: ${dimension?.vi ?? on} ${level('vi')}, tối đa cho phép ${need('vi')}`,
      )
    }
    case 'crowded': {
      const other = named.others.find(({ who }) => who.en === on)?.who
      return both(`${other?.en ?? on} is in this role already`, `${other?.vi ?? on} đang giữ vai trò này`)
    }
  }
}

/** The word before the colon of a title. */
function shortOf(title: string): string {
  return title.split(':')[0] ?? title
}

function evidenceOf({ test, on }: Verdict, named: Named): readonly Pointer[] {
  if (test === 'principle') return named.principles.find(({ id }) => id === on)?.evidence ?? []
  if (test === 'crowded') return named.others.find(({ who }) => who.en === on)?.evidence ?? []
  if (test === 'difference')
    return [...named.quantities.values()]
      .filter(({ kind }) => kind === 'standing')
      .flatMap(({ evidence }) => evidence)
  if (test === 'is-party' || test === 'one-side') return named.ground
  return named.quantities.get(`${quantityKind[test]}/${on}`)?.evidence ?? []
}
