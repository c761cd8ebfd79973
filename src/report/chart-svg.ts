import { parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import type { Language } from '#domain/exhibit'

const printWidth = 640

/** How Vietnamese writes numbers on axes. */
const vietnamese = { number: { decimal: ',', thousands: '.', grouping: [3], currency: ['', ' ₫'] } }

/**
 * A chart as SVG text, drawn without a browser.
 *
 * @param spec a Vega-Lite specification with its data inside
 * @param language of its numbers
 * @param font family of its letters: a page has `sans-serif`, a format that embeds its fonts names one
 */
export async function chartSvg(
  spec: Readonly<Record<string, unknown>>,
  language: Language,
  font = 'sans-serif',
): Promise<string> {
  const given = spec['config'] as object | undefined // an object, if there is one, as Vega-Lite has it
  const config = { font, ...(language === 'vi' ? { locale: vietnamese } : {}), ...given }
  const sized = { ...spec, config, width: printWidth, background: 'white' } as unknown as TopLevelSpec // made by our own charts
  const view = new View(parse(compile(sized).spec), { renderer: 'none' })
  const svg = await view.toSVG()
  view.finalize()
  return svg
}
