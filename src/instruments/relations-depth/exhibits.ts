import type { Cell, Exhibit, Language, Measured } from '#domain/exhibit'
import type { Estimate } from '#domain/finding'
import { isMissing, type Missing } from '#domain/missing'
import {
  leafChart,
  leagueChart,
  lossChart,
  quadrantChart,
  say,
  sensitivityChart,
  survivalChart,
  trajectoryChart,
} from './charts.ts'
import type { Pointer, Result } from './model.ts'
import { type Word, words } from './words.data.ts'
import { number } from './words.ts'

type Columns = readonly (Word | readonly [Word, string])[]

/** The tables and charts of a relation, in the order in which one reads them. */
export function exhibits(result: Result, language: Language): readonly Exhibit[] {
  const make = maker(language)
  return [
    make(
      'warnings',
      'D5',
      ['warning'],
      result.warnings.map((one) => row([], one[language])),
    ),
    league(result, language),
    branches(result, language),
    leaves(result, language),
    make(
      'sensitivity',
      'D6',
      ['input', ['alone', 'share of variance'], ['inAll', 'share of variance']],
      result.sensitivity.map(({ input, first, total }) =>
        row([], words[input][language], measured(first), measured(total)),
      ),
      sensitivityChart(result, language),
    ),
    trajectory(result, language),
    entwinement(result, language),
    quadrant(result, language),
    ...trust(result, language),
    ...durability(result, language),
    width(result, language),
    spill(result, language),
    checks(result, language),
    titled(result, language),
    raters(result, language),
    levers(result, language),
  ].filter(({ rows }) => rows.length > 0)
}

function row(evidence: readonly Pointer[], ...cells: Cell[]): Exhibit['rows'][number] {
  return { cells, evidence }
}

function maker(language: Language) {
  return (
    id: Word,
    step: string,
    columns: Columns,
    rows: Exhibit['rows'],
    chart?: Exhibit['chart'],
    note?: string,
  ): Exhibit => ({
    id,
    step,
    title: words[id][language],
    ...(note === undefined ? {} : { note }),
    columns: columns.map((c) =>
      typeof c === 'string' ? { title: words[c][language] } : { title: words[c[0]][language], unit: c[1] },
    ),
    rows,
    ...(chart === undefined ? {} : { chart }),
  })
}

function measured(value: Estimate | Missing): Measured | Missing {
  return isMissing(value) ? value : { value: value.value, interval: value.interval }
}

function league(result: Result, language: Language): Exhibit {
  const rows = result.standings
    .toSorted((a, b) => depthOf(b.depth) - depthOf(a.depth))
    .map((one) =>
      row(
        one.leaves.flatMap(({ evidence }) => evidence).slice(0, 3),
        language === 'vi' ? one.titleVi : one.title,
        measured(one.depth),
        measured(one.rank),
        one.coverage,
        one.byBasis.data,
        one.byBasis.records,
        one.byBasis.ratings,
        isMissing(one.tier) ? one.tier : tierIn(one.tier, language),
        one.tierDate,
      ),
    )
  const columns: Columns = [
    'partner',
    ['depth', '0–1'],
    'rank',
    ['known', '0–1'],
    ['data', '0–1'],
    ['records', '0–1'],
    ['ratings', '0–1'],
    'tier',
    'declared',
  ]
  return maker(language)('league', 'D5', columns, rows, leagueChart(result, language))
}

function depthOf(depth: Estimate | Missing): number {
  return isMissing(depth) ? -1 : depth.value
}

function tierIn(tier: string, language: Language): string {
  return tier === 'none' ? words.noTier[language] : say(tier, language)
}

function branches({ standings }: Result, language: Language): Exhibit {
  const rows = (standings[0]?.branches ?? []).map((one) =>
    row([], language === 'vi' ? one.titleVi : one.title, measured(one.value), one.weight, one.coverage),
  )
  return maker(language)(
    'branches',
    'D1',
    ['criterion', ['depth', '0–1'], ['weight', '0–1'], ['known', '0–1']],
    rows,
  )
}

function leaves(result: Result, language: Language): Exhibit {
  const rows = (result.standings[0]?.leaves ?? []).map((one) => {
    const share: Cell = isMissing(one.share)
      ? one.share
      : {
          value: one.share,
          interval: [Math.max(0, one.share - 1.6449 * one.sd), Math.min(1, one.share + 1.6449 * one.sd)],
        }
    const illustrative = one.illustrative ? `, ${words.illustrative[language]}` : ''
    const years = [...new Set(one.sides.map(({ year }) => year))].join(', ')
    return row(
      one.evidence,
      language === 'vi' ? one.titleVi : one.title,
      share,
      one.raw,
      one.unit,
      `${words[one.basis][language]}${illustrative}`,
      years,
      one.weight,
    )
  })
  const columns: Columns = [
    'criterion',
    ['place', '0–1'],
    'value',
    'unit',
    'basis',
    'year',
    ['weight', '0–1'],
  ]
  return maker(language)('leaves', 'D4', columns, rows, leafChart(result, language))
}

function trajectory(result: Result, language: Language): Exhibit {
  const rows = result.trajectory.map(({ year, depth, coverage, trust }) =>
    row([], String(year), measured(depth), coverage, measured(trust)),
  )
  const columns: Columns = ['year', ['depth', '0–1'], ['known', '0–1'], ['hitRate', '0–1']]
  return maker(language)('trajectory', 'D14', columns, rows, trajectoryChart(result, language))
}

function entwinement(result: Result, language: Language): Exhibit {
  const rows = result.entwinement.losses.map(({ of, towards, year, dependence, income, evidence }) =>
    row(evidence, `${of} → ${towards}`, String(year), dependence, measured(income)),
  )
  const note = {
    en: 'Income lost is 1 − (1 − λ)^(1/ε): λ is half of trade over output, ε runs over the elasticities of the request. Goods only.',
    vi: 'Thu nhập mất = 1 − (1 − λ)^(1/ε): λ là một nửa thương mại trên GDP, ε theo các độ co giãn trong yêu cầu. Chỉ tính hàng hóa.',
  }[language]
  const columns: Columns = ['side', 'year', ['dependence', '0–1'], ['income', '0–1']]
  return maker(language)('entwinement', 'D10', columns, rows, lossChart(result, language), note)
}

function quadrant(result: Result, language: Language): Exhibit {
  const rows = result.quadrant.points.map((one) =>
    row(
      [],
      String(one.year),
      { value: one.trust, interval: band(one.trust, one.trustSd) },
      { value: one.cooperation, interval: band(one.cooperation, one.cooperationSd) },
    ),
  )
  const note = isMissing(result.quadrant.place)
    ? result.quadrant.place.because
    : say(result.quadrant.place, language)
  const columns: Columns = ['year', ['trustAxis', '0–1'], ['cooperation', '0–1']]
  return maker(language)('quadrant', 'D8', columns, rows, quadrantChart(result, language), note)
}

function band(value: number, sd: number): [number, number] {
  return [Math.max(0, value - 1.6449 * sd), Math.min(1, value + 1.6449 * sd)]
}

function trust({ trust: one }: Result, language: Language): readonly Exhibit[] {
  const make = maker(language)
  const pairs = one.pairs.map((pair) =>
    row(
      pair.evidence,
      pair.by,
      pair.field,
      pair.wordDate,
      pair.word,
      pair.deed,
      `${words[pair.followed][language]}${pair.illustrative ? ` (${words.illustrative[language]})` : ''}: ${pair.because}`,
    ),
  )
  return [
    make('pairs', 'D7', ['who', 'field', 'date', 'word', 'deed', 'judged'], pairs),
    make(
      'trust',
      'D7',
      ['field', 'kept', 'partly', 'broken', ['hitRate', '0–1']],
      one.byField.map((f) => row([], f.field, f.kept, f.partly, f.broken, measured(f.rate))),
    ),
    make(
      'binding',
      'D7',
      ['title'],
      one.binding.map(({ title, evidence }) => row(evidence, title)),
    ),
  ]
}

function durability(result: Result, language: Language): readonly Exhibit[] {
  const { durability: one } = result
  const make = maker(language)
  const spells = one.spells.map((spell) =>
    row(
      spell.evidence,
      language === 'vi' ? spell.titleVi : spell.what,
      spell.from,
      spell.to ?? words.ongoing[language],
      spell.years,
      spell.by === null ? '' : say(spell.by, language),
    ),
  )
  const survival = one.survival.map((step) =>
    row(
      [],
      number(step.time, language, 1),
      { value: step.survival, interval: [step.low, step.high] },
      step.atRisk,
    ),
  )
  return [
    make('spells', 'D9', ['what', 'from', 'to', 'years', 'end'], spells),
    make('survival', 'D9', ['years', ['share', '0–1'], 'atRisk'], survival, survivalChart(result, language)),
  ]
}

function width({ width: one }: Result, language: Language): Exhibit {
  const rows = one.fields.map((f) => row([], f.field, f.agreements, f.mechanisms, f.projects))
  return maker(language)('width', 'D11', ['field', 'agreements', 'mechanisms', 'projects'], rows)
}

function spill({ spillOver }: Result, language: Language): Exhibit {
  const rows = spillOver.map((one) =>
    row(
      [],
      language === 'vi' ? `${one.fromVi} → ${one.toVi}` : `${one.from} → ${one.to}`,
      one.pairs,
      measured(one.correlation),
      one.p,
    ),
  )
  return maker(language)('spill', 'D11', ['field', 'n', 'correlation', 'chance'], rows)
}

function checks(result: Result, language: Language): Exhibit {
  const rows = result.checks.map((one) =>
    row(
      one.evidence,
      words[one.demand][language],
      isMissing(one.met) ? one.met : words[one.met ? 'yes' : 'no'][language],
      say(one.with, language),
    ),
  )
  return maker(language)('checks', 'D13', ['demand', 'met', 'with'], rows)
}

function titled(result: Result, language: Language): Exhibit {
  const rows = result.titled.map((one) =>
    row(
      [],
      words[one.reading][language],
      tierIn(one.tier, language),
      one.against,
      tierIn(one.againstTier, language),
      one.sure,
    ),
  )
  return maker(language)('titled', 'D13', ['reading', 'tier', 'against', 'declared', ['sure', '0–1']], rows)
}

function raters(result: Result, language: Language): Exhibit {
  const rows = result.raters.map((one) =>
    row(
      [],
      `${language === 'vi' ? one.titleVi : one.title}${one.illustrative ? ` (${words.illustrative[language]})` : ''}`,
      one.raters,
      one.units,
      measured(one.alpha),
      isMissing(one.apart) ? one.apart : `${one.apart.assessor} (${number(one.apart.by, language, 1)})`,
    ),
  )
  return maker(language)('raters', 'D2', ['criterion', 'nRaters', 'relations', 'alpha', 'apart'], rows)
}

function levers(result: Result, language: Language): Exhibit {
  const rows = result.levers.map((one) =>
    row(
      [],
      language === 'vi' ? one.titleVi : one.title,
      one.now,
      one.target,
      one.distance,
      one.effort,
      measured(one.gain),
      one.gainPerEffort,
      one.owner ?? '',
    ),
  )
  const columns: Columns = [
    'criterion',
    ['now', '0–1'],
    ['target', '0–1'],
    'distance',
    'effort',
    'gain',
    'perEffort',
    'owner',
  ]
  return maker(language)('levers', 'D14', columns, rows)
}
