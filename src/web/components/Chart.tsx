import { useEffect, useRef } from 'react'
import type { Language } from '#domain/exhibit'
import { chartLocale } from '#report/chart-locale'
import { useWords } from '../language.ts'

/** A Vega-Lite chart, drawn as SVG when it comes into the page. Vega is loaded only then. */
export function Chart({ spec, label }: { spec: Readonly<Record<string, unknown>>; label: string }) {
  const { language } = useWords()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let finalize = () => {}
    let gone = false
    void draw(place.current, spec, language).then((end) => {
      if (gone) end()
      else finalize = end
    })
    return () => {
      gone = true
      finalize()
    }
  }, [spec, language])
  return (
    <div role="img" aria-label={label}>
      <div ref={place} className="chart" aria-hidden="true" />
    </div>
  )
}

async function draw(
  place: HTMLDivElement | null,
  spec: Readonly<Record<string, unknown>>,
  language: Language,
): Promise<() => void> {
  if (place === null) return () => {}
  const [{ parse, View }, { compile }] = await Promise.all([import('vega'), import('vega-lite')])
  const given = spec['config'] as object | undefined // an object, if there is one, as Vega-Lite has it
  const own = { ...spec, config: { ...chartLocale(language), ...given }, background: 'transparent' }
  const compiled = compile(own as unknown as Parameters<typeof compile>[0]).spec // made by our own charts
  const view = new View(parse(compiled), { renderer: 'svg', container: place, hover: true })
  await view.runAsync()
  return () => view.finalize()
}
