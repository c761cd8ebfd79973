/** A Vega-Lite specification with its data inside. */
export type Spec = Readonly<Record<string, unknown>>

/** What every chart of an instrument begins with: its language, and as wide as the page lets it be. */
export const chartBase = { $schema: 'https://vega.github.io/schema/vega-lite/v6.json', width: 'container' }

/** Colour of what is told. */
export const ink = '#1f4e79'

/** Colour of what stands out. */
export const accent = '#b5541c'

/** Colour of intervals, and of what lies behind. */
export const pale = '#9db4c8'
