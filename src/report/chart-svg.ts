import { parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import type { Language } from '#domain/exhibit'
import { chartLocale } from './chart-locale.ts'

const printWidth = 640

/** How a chart is drawn for a page. */
export interface Drawing {
  /** of the numbers on its axes */
  readonly language: Language
  /** what the names of its parts begin with: no two charts of a page have the same */
  readonly name: string
  /** family of its letters: a page has `sans-serif`, a format that embeds its fonts names one */
  readonly font?: string
}

/**
 * A chart as SVG text, drawn without a browser. The same chart gives the same text.
 *
 * @param spec a Vega-Lite specification with its data inside
 */
export async function chartSvg(
  spec: Readonly<Record<string, unknown>>,
  { language, name, font = 'sans-serif' }: Drawing,
): Promise<string> {
  const given = spec['config'] as object | undefined // an object, if there is one, as Vega-Lite has it
  const config = { font, ...chartLocale(language), ...given }
  const sized = { ...spec, config, width: printWidth, background: 'white' } as unknown as TopLevelSpec // made by our own charts
  const view = new View(parse(compile(sized).spec), { renderer: 'none' })
  const svg = await view.toSVG()
  view.finalize()
  return named(svg, name)
}

/** The library counts clips and gradients over the life of the program. */
function named(svg: string, name: string): string {
  const numbers = new Map<string, number>()
  return svg.replace(/( id="|url\(#)((?:clip|gradient_?)\d+)(?=["')])/g, (_, before: string, id: string) => {
    const number = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, number)
    return `${before}${name}-${number}`
  })
}
