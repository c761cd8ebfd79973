import { parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'

const printWidth = 640

/**
 * A chart as SVG text, drawn without a browser.
 *
 * @param spec a Vega-Lite specification with its data inside
 */
export async function chartSvg(spec: Readonly<Record<string, unknown>>): Promise<string> {
  const sized = { ...spec, width: printWidth, background: 'white' } as unknown as TopLevelSpec // made by our own charts
  const view = new View(parse(compile(sized).spec), { renderer: 'none' })
  const svg = await view.toSVG()
  view.finalize()
  return svg
}
