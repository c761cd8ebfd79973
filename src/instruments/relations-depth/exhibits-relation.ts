import type { Exhibit, Language } from '#domain/exhibit'
import { isMissing } from '#domain/missing'
import { number } from '#domain/number'
import { measured, row } from '#domain/table'
import { lossChart, quadrantChart, say, survivalChart, trajectoryChart } from './charts.ts'
import { markedIf, tierIn } from './exhibits-index.ts'
import type { Result } from './model.ts'
import { band, type Columns, maker, restOf, titleIn } from './table.ts'
import { words } from './words.data.ts'
import { stateIn } from './words.ts'

/** What the paper asks beyond an index, each as a table. */
export function relationExhibits(result: Result, language: Language): readonly Exhibit[] {
  return [
    trajectory(result, language),
    entwinement(result, language),
    quadrant(result, language),
    ...trust(result, language),
    ...durability(result, language),
    upkeep(result, language),
    width(result, language),
    spill(result, language),
    capacity(result, language),
    checks(result, language),
    titled(result, language),
    raters(result, language),
    panel(result, language),
    levers(result, language),
  ]
}

function trajectory(result: Result, language: Language): Exhibit {
  const rows = result.trajectory.map(({ year, depth, coverage, trust }) =>
    row(restOf(result), String(year), measured(depth), coverage, measured(trust)),
  )
  const columns: Columns = ['year', ['depth', '0–1'], ['known', '0–1'], ['hitRate', '0–1']]
  return maker(language)('trajectory', 'D14', columns, rows, trajectoryChart(result, language))
}

function entwinement(result: Result, language: Language): Exhibit {
  const rows = result.entwinement.losses.map(({ of, towards, year, dependence, income, evidence }) =>
    row(
      evidence,
      `${stateIn(of, language)} → ${stateIn(towards, language)}`,
      String(year),
      dependence,
      measured(income),
    ),
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
      restOf(result),
      String(one.year),
      band(one.trust, one.trustSd),
      band(one.cooperation, one.cooperationSd),
    ),
  )
  const note = isMissing(result.quadrant.place)
    ? result.quadrant.place.because
    : say(result.quadrant.place, language)
  const columns: Columns = ['year', ['trustAxis', '0–1'], ['cooperation', '0–1']]
  return maker(language)('quadrant', 'D8', columns, rows, quadrantChart(result, language), note)
}

function trust({ trust: one }: Result, language: Language): readonly Exhibit[] {
  const make = maker(language)
  const pairs = one.pairs.map((pair) =>
    row(
      pair.evidence,
      stateIn(pair.by, language),
      say(pair.field, language),
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
      ['who', 'field', 'kept', 'partly', 'broken', ['hitRate', '0–1']],
      one.byField.map((f) =>
        row(
          one.pairs
            .filter(({ by, field }) => by === f.by && field === f.field)
            .flatMap(({ evidence }) => evidence),
          stateIn(f.by, language),
          say(f.field, language),
          f.kept,
          f.partly,
          f.broken,
          measured(f.rate),
        ),
      ),
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
      markedIf(spell.illustrative, language === 'vi' ? spell.titleVi : spell.what, language),
      spell.from,
      spell.to ?? words.ongoing[language],
      spell.years,
      spell.by === null ? '' : say(spell.by, language),
    ),
  )
  const survival = one.survival.map((step) =>
    row(
      one.spells.flatMap(({ evidence }) => evidence),
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
  const rows = one.fields.map((f) =>
    row(f.evidence, say(f.field, language), f.agreements, f.mechanisms, f.projects),
  )
  return maker(language)('width', 'D11', ['field', 'agreements', 'mechanisms', 'projects'], rows)
}

function spill(result: Result, language: Language): Exhibit {
  const rows = result.spillOver.map((one) =>
    row(
      restOf(result),
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
      result.framework.evidence,
      titleIn(one, language),
      markedIf(one.illustrative, words[one.reading][language], language),
      tierIn(one.tier, language),
      language === 'vi' ? one.againstVi : one.against,
      tierIn(one.againstTier, language),
      one.sure,
    ),
  )
  return maker(language)(
    'titled',
    'D13',
    ['partner', 'reading', 'tier', 'against', 'tierOfOther', ['sure', '0–1']],
    rows,
  )
}

function raters(result: Result, language: Language): Exhibit {
  const rows = result.raters.map((one) =>
    row(
      one.evidence,
      `${titleIn(one, language)}${one.illustrative ? ` (${words.illustrative[language]})` : ''}`,
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
      leafEvidence(result, one.leaf),
      titleIn(one, language),
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

/** What a criterion rests on in this relation; the framework where nothing is known of it. */
function leafEvidence({ standings, framework }: Result, code: string): Exhibit['rows'][number]['evidence'] {
  const leaf = standings[0]?.leaves.find((one) => one.code === code)
  return leaf === undefined || leaf.evidence.length === 0 ? framework.evidence : leaf.evidence
}

function upkeep(result: Result, language: Language): Exhibit {
  const rows = result.upkeep.map((one) =>
    row(
      [...one.evidence, ...result.entwinement.losses.flatMap(({ evidence }) => evidence)],
      `${stateIn(one.of, language)}${one.illustrative ? ` (${words.illustrative[language]})` : ''}`,
      one.costUsdMillions,
      measured(one.lossUsdMillions),
      measured(one.lossOverCost),
    ),
  )
  const unit = 'millions of US dollars'
  const columns: Columns = ['side', ['cost', unit], ['loss', unit], 'lossOverCost']
  return maker(language)('upkeep', 'D9', columns, rows)
}

/** Criteria that stand beside the index: the capacity to manage the relation. */
function capacity(result: Result, language: Language): Exhibit {
  const beside = (result.standings[0]?.branches ?? []).filter(({ weight }) => weight === 0)
  const codes = new Set(beside.map(({ code }) => code))
  const rows = [
    ...beside.map((one) => row(result.framework.evidence, titleIn(one, language), measured(one.value), '')),
    ...(result.standings[0]?.leaves ?? [])
      .filter(({ under }) => under.some((code) => codes.has(code)))
      .map((one) =>
        row(
          leafEvidence(result, one.code),
          titleIn(one, language),
          isMissing(one.share) ? one.share : band(one.share, one.sd),
          `${words[one.basis][language]}${one.illustrative ? `, ${words.illustrative[language]}` : ''}`,
        ),
      ),
  ]
  return maker(language)('capacity', 'D12', ['criterion', ['place', '0–1'], 'basis'], rows)
}

function panel({ panel: one, framework }: Result, language: Language): Exhibit {
  const rows = [
    ...one.members.map((member) =>
      row(framework.evidence, member.assessor, member.levels, measured(member.reliability)),
    ),
    ...one.notUsed.map((why) => row(framework.evidence, '–', '', why)),
  ]
  return maker(language)('panel', 'D3', ['assessor', 'levels', 'reliability'], rows)
}
