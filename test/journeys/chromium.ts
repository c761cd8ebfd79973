import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

/** Where Chromium is, or undefined: then what needs a browser is skipped, and said to be. */
export const chromiumPath = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path))

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
}

/** Who looks at a page, and how. */
export interface Viewer {
  readonly language?: string
  /** of the window, in pixels */
  readonly width?: number
  readonly timezoneId?: string
  /** id of the assessor that one acts as */
  readonly who?: string | undefined
}

/** A page as one person sees it, once nothing is loading. A fault of its scripts fails the test that closes it. */
export async function openPage(
  browser: Browser | undefined,
  address: string,
  { language = 'en', width = 1280, who, ...zone }: Viewer = {},
): Promise<Page> {
  if (browser === undefined) throw new Error('there is no browser')
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...zone })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('close', () => expect(faults).toEqual([]))
  await page.addInitScript(
    ([chosen, name]) => {
      localStorage.setItem('soundings.language', chosen)
      if (name !== '') sessionStorage.setItem('soundings.assessor', name)
    },
    [language, who ?? ''] as const,
  )
  await page.goto(address, { waitUntil: 'networkidle' })
  return page
}

/** Expects a page that one can use without seeing it, and that is no wider than the window. */
export async function usable(page: Page, width: number): Promise<void> {
  expect(await barriers(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
}

/** What keeps a page from those who do not see it, as far as a program can tell. */
export async function barriers(page: Page): Promise<string[]> {
  expect(page.frames()).toHaveLength(1) // the one call below looks into no other
  const found = await new AxeBuilder({ page })
    .setLegacyMode() // one call, instead of results carried into a second page
    .options({ resultTypes: ['violations'] }) // what passed is not told at length
    .analyze()
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
}
