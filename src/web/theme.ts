import { createTheme, type MantineColorsTuple } from '@mantine/core'

const sea: MantineColorsTuple = [
  '#eef4fa', '#dbe6f1', '#b3cbe2', '#88aed3', '#6595c6', '#4f86bf', '#2f6aa3', '#1f4e79', '#183f63', '#102d48',
] // biome-ignore format: ten shades, lightest first

const sand: MantineColorsTuple = [
  '#fbf1ea', '#f5e0d3', '#ebbfa3', '#dd9a70', '#cb7442', '#b5541c', '#9c4413', '#85380d', '#702e09', '#5b2506',
] // biome-ignore format: ten shades, lightest first

/** Quiet colours, readable sizes: the numbers should speak. */
export const theme = createTheme({
  primaryColor: 'sea',
  primaryShade: 7,
  colors: { sea, sand },
  fontFamily: 'system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif',
  headings: { fontFamily: 'Georgia, "Noto Serif", "DejaVu Serif", serif', fontWeight: '600' },
  defaultRadius: 'sm',
})
