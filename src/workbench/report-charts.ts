import { createRequire } from 'node:module'
import { Resvg } from '@resvg/resvg-js'
import type { Language } from '#domain/exhibit'
import { chartSvg } from '#report/chart-svg'
import type { ReportTable } from '#report/compose'
import { reportWords } from '#report/words.data'

/** The family that printed reports embed: it has every letter of Vietnamese, and comes with the program. */
export const printFont = 'DejaVu Sans'

/** Files of the fonts of printed reports. */
export function fontFiles(): readonly string[] {
  const { resolve } = createRequire(import.meta.url)
  return [
    'DejaVuSans',
    'DejaVuSans-Bold',
    'DejaVuSans-Oblique',
    'DejaVuSansCondensed',
    'DejaVuSansCondensed-Bold',
  ].map((name) => resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))
}

/** A chart for print: SVG with its letters in a font that is at hand, its size in pixels, and what a screen reader says of it. */
export interface PrintedChart {
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly alt: string
}

/** The chart of a table for print, if it has one. */
export async function printedChart(
  table: ReportTable,
  language: Language,
): Promise<PrintedChart | undefined> {
  if (table.chart === undefined) return undefined
  const svg = await chartSvg(table.chart, { language, name: `chart-${table.number}`, font: printFont })
  const words = reportWords[language]
  const [, width = '640', height = '400'] = /<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  return {
    svg,
    width: Number(width),
    height: Number(height),
    alt: `${words.chart}: ${table.title}. ${words.alt}`,
  }
}

/** A chart as PNG, twice as fine as its size. */
export function png({ svg }: PrintedChart): Uint8Array {
  const font = { loadSystemFonts: false, fontFiles: [...fontFiles()], defaultFontFamily: printFont }
  return new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 }, font }).render().asPng()
}
