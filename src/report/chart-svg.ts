import { parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'

const printWidth = 640

/**
 * A chart as SVG text, drawn without a browser.
 *
 * @param spec a Vega-Lite specification with its data inside
 * @param font family of its letters: a page has `sans-serif`, a format that embeds its fonts names one
 */
export async function chartSvg(
  spec: Readonly<Record<string, unknown>>,
  font = 'sans-serif',
): Promise<string> {
  const config = { font, ...(spec['config'] as object | undefined) } // an object, if there is one, as Vega-Lite has it
  const sized = { ...spec, config, width: printWidth, background: 'white' } as unknown as TopLevelSpec // made by our own charts
  const view = new View(parse(compile(sized).spec), { renderer: 'none' })
  const svg = await view.toSVG()
  view.finalize()
  return svg
}
