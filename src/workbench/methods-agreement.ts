import { SoundingsError } from '#domain/errors'
import { cohenKappa, type KappaWeights, kappaWeights } from '#numeric/cohen-kappa'
import { dawidSkene } from '#numeric/dawid-skene'
import { fleissKappa } from '#numeric/fleiss-kappa'
import { intraclassCorrelations } from '#numeric/intraclass-correlation'
import type { MethodEntry } from './method.ts'
import { onlyFile, wordOption } from './method-options.ts'
import { type NamedRatings, readRatings } from './ratings-file.ts'

const input = 'CSV: unit,coder,value'
const z95 = 1.959963984540054

/** `cohen-kappa`: agreement of two coders beyond chance. */
export const cohenKappaFile: MethodEntry = {
  name: 'cohen-kappa',
  about: 'Agreement of each two coders beyond chance, plain or weighted',
  input,
  options: [{ flags: '--weights <kind>', about: kappaWeights.join(', '), default: 'none' }],
  async run(files, options, watch) {
    const weights: KappaWeights = wordOption(options, 'weights', kappaWeights)
    const named = await readRatings(
      onlyFile(files, 'cohen-kappa'),
      weights === 'none' ? 'word' : 'number',
      watch,
    )
    const { coders, labels } = named
    const byUnit = table(named)
    const pairs = coders.flatMap((a, i) =>
      coders.slice(i + 1).map((b, next) => {
        const j = i + 1 + next
        const cells = new Float64Array(labels.length ** 2)
        let n = 0
        for (const row of byUnit) {
          const [x, y] = [row[i], row[j]]
          if (x === undefined || y === undefined) continue
          cells[x * labels.length + y] = (cells[x * labels.length + y] ?? 0) + 1
          n++
        }
        const found = cohenKappa(cells, weights)
        if (found === null)
          return {
            a,
            b,
            n,
            kappa: null,
            because: n === 0 ? 'they rated no unit in common' : 'both gave one value only',
          }
        const { kappa, se } = found
        return { a, b, n, kappa, se, interval: [kappa - z95 * se, kappa + z95 * se] }
      }),
    )
    return { weights, pairs }
  },
  table: ({ pairs }: { pairs: readonly Record<string, unknown>[] }) =>
    pairs.map(({ a, b, n, kappa, se }) => ({ a, b, n, kappa, se: se ?? null })),
}

/** `fleiss-kappa`: agreement of equally many coders on each unit. */
export const fleissKappaFile: MethodEntry = {
  name: 'fleiss-kappa',
  about: 'Agreement of several coders beyond chance; units that fewer rated than the most are left out',
  input,
  options: [],
  async run(files, _, watch) {
    const named = await readRatings(onlyFile(files, 'fleiss-kappa'), 'word', watch)
    const rows = table(named).map((row) => row.filter((value) => value !== undefined))
    const most = Math.max(...rows.map((row) => row.length))
    const full = rows.filter((row) => row.length === most)
    if (most < 2) throw new SoundingsError('method-input', 'no unit was rated by two coders')
    if (full.length < rows.length)
      watch.notice(`${rows.length - full.length} units with fewer than ${most} ratings are left out.`)
    const size = named.labels.length
    const counts = new Float64Array(full.length * size)
    for (const [unit, row] of full.entries())
      for (const value of row) counts[unit * size + value] = (counts[unit * size + value] ?? 0) + 1
    const found = fleissKappa(counts, size)
    const base = { units: full.length, coders: most }
    if (found === null) return { ...base, kappa: null, because: 'all ratings are the same' }
    const { kappa, seOfChance, byCategory } = found
    return {
      ...base,
      kappa,
      seOfChance,
      z: kappa / seOfChance,
      categories: named.labels.map((category, at) => ({ category, kappa: byCategory[at] ?? null })),
    }
  },
}

/** `icc`: intraclass correlations of a complete table. */
export const iccFile: MethodEntry = {
  name: 'icc',
  about:
    'Intraclass correlations of numeric ratings, the six forms; units that not all coders rated are left out',
  input,
  options: [],
  async run(files, _, watch) {
    const named = await readRatings(onlyFile(files, 'icc'), 'number', watch)
    const { coders, ratings } = named
    const rows = table(named)
    const full = rows.filter((row) => row.every((value) => value !== undefined))
    if (full.length < 2 || coders.length < 2)
      throw new SoundingsError('method-input', 'two units that every one of two coders rated are needed')
    if (full.length < rows.length)
      watch.notice(`${rows.length - full.length} units that not all coders rated are left out.`)
    const cells = full.flat().map((value) => ratings.values[value ?? 0] ?? 0)
    const found = intraclassCorrelations(cells, coders.length)
    const base = { units: full.length, coders: coders.length }
    if (found === null) return { ...base, forms: null, because: 'all ratings are the same' }
    return {
      ...base,
      forms: Object.entries(found).map(([form, { value, interval }]) => ({ form, value, interval })),
    }
  },
}

/** `dawid-skene`: true classes from nominal codes. */
export const dawidSkeneFile: MethodEntry = {
  name: 'dawid-skene',
  about: 'The likely true class of each unit from nominal codes, and how each coder errs',
  input,
  options: [],
  async run(files, _, watch) {
    const { ratings, units, coders, labels } = await readRatings(
      onlyFile(files, 'dawid-skene'),
      'word',
      watch,
    )
    const { prevalence, confusion, posterior, iterations, converged, logLikelihood } = dawidSkene(ratings)
    const size = labels.length
    const named = (values: Float64Array) => Object.fromEntries(labels.map((label, at) => [label, values[at]]))
    return {
      prevalence: named(prevalence),
      units: units.map((unit, at) => ({
        unit,
        posterior: named(posterior.subarray(at * size, (at + 1) * size)),
      })),
      coders: coders.map((coder, j) => ({
        coder,
        confusion: labels.map((truth, c) => ({
          truth,
          gives: named(confusion.subarray((j * size + c) * size, (j * size + c + 1) * size)),
        })),
      })),
      iterations,
      converged,
      logLikelihood,
    }
  },
}

/** [units][coders] the place of each value, undefined where there is none. */
function table({ ratings, coders }: NamedRatings): (number | undefined)[][] {
  const rows = Array.from({ length: ratings.units }, () =>
    new Array<number | undefined>(coders.length).fill(undefined),
  )
  for (const [at, unit] of ratings.unit.entries()) {
    const row = rows[unit]
    if (row !== undefined) row[ratings.coder[at] ?? 0] = ratings.value[at] ?? 0
  }
  return rows
}
