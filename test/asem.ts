import { readFileSync } from 'node:fs'
import { shared } from './shared.ts'

/** A table of the ASEM example (COINr 1.1.14), row by row; `NA` is missing. */
export function asem(name: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = readFileSync(shared(`reference/composite/coinr_ASEM_${name}.csv`), 'utf8')
    .trim()
    .split('\n')
  const names = head.replaceAll('"', '').split(',')
  return lines.map((line) => {
    const cells =
      line.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '').replaceAll('"', '')) ?? []
    return Object.fromEntries(names.map((column, at) => [column, cells[at] ?? '']))
  })
}

/** The ASEM example as the two files of `method composite`: its framework and its data. */
export function asemFiles(): { readonly framework: string; readonly data: string } {
  const meta = asem('iMeta')
  const nodes = meta.filter(({ Type }) => Type === 'Indicator' || Type === 'Aggregate')
  const cell = (text: string | undefined) => (text === undefined || text === 'NA' ? '' : text)
  const framework = nodes.map((row) =>
    [row['iCode'], row['Parent'], row['Weight'], row['Direction'], row['Denominator']].map(cell).join(','),
  )
  const indicators = nodes.filter(({ Type }) => Type === 'Indicator').map(({ iCode = '' }) => iCode)
  const columns = ['EurAsia_group', 'Area', 'Energy', 'GDP', 'Population', ...indicators]
  const rows = asem('iData').map((row) =>
    [row['uCode'], ...columns.map((name) => row[name])].map(cell).join(','),
  )
  return {
    framework: `code,parent,weight,direction,denominator\n${framework.join('\n')}\n`,
    data: `unit,${columns.join(',')}\n${rows.join('\n')}\n`,
  }
}
