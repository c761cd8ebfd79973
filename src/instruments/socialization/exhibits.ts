import type { Cell, Exhibit, Language, Measured } from '#domain/exhibit'
import type { Estimate } from '#domain/finding'
import { isMissing, type Missing } from '#domain/missing'
import { type Columns, row, tablesIn } from '#domain/table'
import { dependenceChart, pathChart, positionChart, posteriorChart, tornadoChart } from './charts.ts'
import { convergenceExhibits } from './convergence-exhibits.ts'
import { mechanismsIn } from './finding-words.ts'
import type { Result, StepPosition } from './model.ts'
import { stanceWords, valueWords, exhibitWords as words } from './wording.data.ts'

/** The tables and charts of a case, in the order in which one argues it. */
export function exhibits(result: Result, language: Language): readonly Exhibit[] {
  return [
    hypotheses(result, language),
    mechanisms(result, language),
    clues(result, language),
    tornado(result, language),
    path(result, language),
    dependence(result, language),
    priors(result, language),
    sources(result, language),
    steps(result, language),
    camps(result, language),
    movers(result, language),
    wording(result, language),
    conditions(result, language),
    profile(result, language),
    rivals(result, language),
    ...convergenceExhibits(result, language),
    next(result, language),
  ].filter((exhibit) => exhibit.rows.length > 0)
}

const table = tablesIn(words)

function exhibit(
  language: Language,
  id: keyof typeof words,
  step: string,
  columns: Columns<keyof typeof words>,
  rows: Exhibit['rows'],
  chart?: Exhibit['chart'],
): Exhibit {
  const from = computedFrom[id]
  return table(language, id, step, columns, rows, {
    ...(from === undefined ? {} : { computedFrom: from }),
    ...(chart === undefined ? {} : { chart }),
  })
}

/** Of tables with rows that have no evidence of their own: the tables from which they are computed. */
const computedFrom: Readonly<Record<string, readonly string[]>> = {
  hypotheses: ['clues'],
  mechanisms: ['clues'],
  dependence: ['clues'],
  priors: ['hypotheses', 'clues'],
  rivals: ['clues'],
}

/** A coded value in words. */
function say(value: string, language: Language): string {
  return valueWords[value]?.[language] ?? value
}

const measured = ({ value, interval }: Estimate): Measured => ({ value, interval })

function hypotheses(result: Result, language: Language): Exhibit {
  const rows = result.weighing.hypotheses
    .toSorted((a, b) => b.posterior.value - a.posterior.value)
    .map((h) =>
      row([], `${mechanismsIn(h.id, language)}: ${h.statement}`, h.prior, measured(h.posterior), h.totalDb),
    )
  const columns = [
    'hypothesis',
    ['prior', 'probability'],
    ['posterior', 'probability'],
    ['total', 'dB'],
  ] as const
  return exhibit(language, 'hypotheses', 'S10', columns, rows, posteriorChart(result, language))
}

function mechanisms({ weighing, verdict }: Result, language: Language): Exhibit {
  const roles = new Map(verdict.mechanisms.map((m) => [m.mechanism, m.role]))
  const rows = weighing.mechanisms.map((m) =>
    row(
      [],
      mechanismsIn(m.mechanism, language),
      measured(m.posterior),
      m.cluesFor,
      m.cluesAgainst,
      say(roles.get(m.mechanism) ?? 'open', language),
    ),
  )
  return exhibit(
    language,
    'mechanisms',
    'S14',
    ['mechanism', ['probability', 'probability'], 'cluesFor', 'cluesAgainst', 'role'],
    rows,
  )
}

function clues({ weighing, witnesses }: Result, language: Language): Exhibit {
  const rows = weighing.clues
    .toSorted((a, b) => Math.abs(b.countedDb) - Math.abs(a.countedDb))
    .map((c) =>
      row(
        c.evidence,
        c.claim,
        c.date ?? '',
        witnesses[c.witness] ?? c.witness,
        c.countedDb,
        say(c.test, language),
        c.without.posterior,
      ),
    )
  const columns = ['clue', 'date', 'witness', ['counted', 'dB'], 'test', ['without', 'probability']] as const
  return exhibit(language, 'clues', 'S10', columns, rows)
}

function tornado(result: Result, language: Language): Exhibit {
  const rows = result.weighing.clues
    .toSorted((a, b) => Math.abs(b.tornado[1] - b.tornado[0]) - Math.abs(a.tornado[1] - a.tornado[0]))
    .map((c) => row(c.evidence, c.claim, Math.min(...c.tornado), Math.max(...c.tornado)))
  return exhibit(
    language,
    'tornado',
    'S13',
    ['clue', ['posterior', 'lowest'], ['posterior', 'highest']],
    rows,
    tornadoChart(result, language),
  )
}

function path(result: Result, language: Language): Exhibit {
  const { weighing } = result
  const top = weighing.hypotheses.findIndex((h) => h.id === weighing.leads)
  const rows = weighing.clues.map((c) => row(c.evidence, c.claim, c.date ?? '', c.pathPosterior[top] ?? 0))
  return exhibit(
    language,
    'path',
    'S10',
    ['clue', 'date', ['posterior', 'probability']],
    rows,
    pathChart(result, language),
  )
}

function dependence(result: Result, language: Language): Exhibit {
  const { weighing } = result
  const top = weighing.hypotheses.findIndex((h) => h.id === weighing.leads)
  const rows = weighing.dependenceCurve.map((point) => row([], point.channel, point.posteriors[top] ?? 0))
  return exhibit(
    language,
    'dependence',
    'S13',
    ['dependence', ['posterior', 'probability']],
    rows,
    dependenceChart(result, language),
  )
}

function priors({ weighing }: Result, language: Language): Exhibit {
  const rows = weighing.priorCurve.map((point) => row([], point.shiftDb, point.prior, point.posterior))
  const columns = [
    ['shift', 'dB'],
    ['prior', 'probability'],
    ['posterior', 'probability'],
  ] as const
  return exhibit(language, 'priors', 'S13', columns, rows)
}

function sources({ weighing, witnesses }: Result, language: Language): Exhibit {
  const evidenceOf = (ids: readonly string[]) =>
    weighing.clues.filter((c) => ids.includes(c.id)).flatMap((c) => c.evidence)
  const rows = weighing.sources.map((s) =>
    row(
      evidenceOf(s.clues),
      witnesses[s.witness] ?? s.witness,
      s.clues.length,
      s.posterior,
      s.contradictedDb,
      mechanismsIn(s.leads, language),
    ),
  )
  const columns = ['witness', 'clues', ['without', 'probability'], ['lead', 'dB'], 'leads'] as const
  return exhibit(language, 'sources', 'S13', columns, rows)
}

function steps(result: Result, language: Language): Exhibit {
  const stance = (position: StepPosition | Missing): Cell =>
    isMissing(position)
      ? position
      : `${stanceWords[position.stance]?.[language] ?? position.stance} (${position.date}, ${say(position.record, language)})`
  const rows = result.steps.map((s) =>
    row(s.evidence, s.title, s.date, stance(s.before), stance(s.after), s.moved),
  )
  return exhibit(
    language,
    'steps',
    'S2',
    ['meeting', 'date', 'before', 'after', ['moved', 'rungs']],
    rows,
    positionChart(result, language),
  )
}

function camps({ camps: all, names }: Result, language: Language): Exhibit {
  const list = (camp: Result['camps'][number], side: string) =>
    camp.camps
      .filter((c) => c.side === side)
      .map((c) =>
        c.members.length > 0 ? c.members.map((m) => names[m] ?? m).join(', ') : `${c.low}–${c.high}`,
      )
      .join('; ')
  const yesNo = (value: boolean | Missing): Cell =>
    typeof value === 'boolean' ? say(value ? 'yes' : 'no', language) : value
  const rows = all.map((c) =>
    row(
      c.evidence,
      c.issue,
      c.date,
      c.classifier,
      list(c, 'for'),
      list(c, 'between'),
      list(c, 'against'),
      yesNo(c.subjectInMinority),
    ),
  )
  return exhibit(
    language,
    'camps',
    'S3',
    ['issue', 'date', 'classifier', 'for', 'between', 'against', 'minority'],
    rows,
  )
}

function movers({ movers: all }: Result, language: Language): Exhibit {
  const rows = all.map((m) =>
    row(
      m.evidence,
      m.name,
      m.first,
      isMissing(m.relation) ? m.relation : say(m.relation, language),
      isMissing(m.leadDays) ? m.leadDays : `${m.leadDays[0]} … ${m.leadDays[1]}`,
    ),
  )
  return exhibit(language, 'movers', 'S3', ['member', 'first', 'relation', ['leadDays', 'days']], rows)
}

function wording({ wording: all }: Result, language: Language): Exhibit {
  const changed = (draft: Result['wording'][number]) =>
    draft.changes.map((c) => `${c.clause}: ${c.from ?? '–'} → ${c.to ?? '–'}`).join('; ')
  const rows = all.map((d) =>
    row(
      d.evidence,
      d.date,
      d.author,
      Object.entries(d.wording)
        .map(([k, v]) => `${k}: ${v}`)
        .join('; '),
      changed(d),
    ),
  )
  return exhibit(language, 'wording', 'S4', ['date', 'author', 'wording', 'changes'], rows)
}

function conditions({ conditions: all }: Result, language: Language): Exhibit {
  const rows = all.map((c) => row(c.evidence, c.text, say(c.outcome, language), c.note ?? ''))
  return exhibit(language, 'conditions', 'S6', ['condition', 'outcome', 'note'], rows)
}

function profile({ profile: all }: Result, language: Language): Exhibit {
  const [formal, practice] = all
  const rows = (formal?.features ?? []).map((f, at) => {
    const other = practice?.features[at]
    const show = (g: typeof f | undefined): Cell =>
      g === undefined || isMissing(g.value)
        ? (g?.value ?? '')
        : `${g.value} (${say(String(g.leaning), language)})`
    return row([...f.evidence, ...(other?.evidence ?? [])], say(f.feature, language), show(f), show(other))
  })
  return exhibit(language, 'profile', 'S7', ['feature', 'formal', 'practice'], rows)
}

function rivals({ rivals: all }: Result, language: Language): Exhibit {
  const rows = all.map((r) =>
    row(r.evidence ?? [], r.statement, r.seen, r.unseen, r.cluesAgainst, r.couldFail),
  )
  return exhibit(
    language,
    'rivals',
    'S9',
    ['hypothesis', 'seen', 'unseen', 'cluesAgainst', 'couldFail'],
    rows,
  )
}

function next({ next: all }: Result, language: Language): Exhibit {
  const rows = all.map((n) =>
    row(
      n.evidence,
      n.claim,
      n.bits,
      mechanismsIn(n.leadsIfFound, language),
      mechanismsIn(n.leadsIfAbsent, language),
      n.illustrative ? say('illustrative', language) : '',
    ),
  )
  return exhibit(
    language,
    'next',
    'S15',
    ['clue', ['information', 'bits'], 'ifFound', 'ifAbsent', 'note'],
    rows,
  )
}
