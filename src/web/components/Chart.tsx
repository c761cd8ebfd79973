import { useEffect, useRef } from 'react'

/** A Vega-Lite chart, drawn as SVG when it comes into the page. Vega is loaded only then. */
export function Chart({ spec, label }: { spec: Readonly<Record<string, unknown>>; label: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let finalize = () => {}
    let gone = false
    void draw(place.current, spec).then((end) => {
      if (gone) end()
      else finalize = end
    })
    return () => {
      gone = true
      finalize()
    }
  }, [spec])
  return (
    <div role="img" aria-label={label}>
      <div ref={place} className="chart" aria-hidden="true" />
    </div>
  )
}

async function draw(
  place: HTMLDivElement | null,
  spec: Readonly<Record<string, unknown>>,
): Promise<() => void> {
  if (place === null) return () => {}
  const [{ parse, View }, { compile }] = await Promise.all([import('vega'), import('vega-lite')])
  const own = { ...spec, background: 'transparent' }
  const compiled = compile(own as unknown as Parameters<typeof compile>[0]).spec // made by our own charts
  const view = new View(parse(compiled), { renderer: 'svg', container: place, hover: true })
  await view.runAsync()
  return () => view.finalize()
}
