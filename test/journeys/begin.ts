/** What a journey in the browser begins with, and what it leaves: a folder, the app on a copy of the example, Chromium. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { chromiumPath, launchChromium, openPage, type Viewer } from './chromium.ts'
import { folder, startApp, startExample } from './soundings.ts'

export interface Journey {
  readonly files: ReturnType<typeof folder>
  readonly workspace: string
  /** of a path of the app */
  readonly address: (path: string) => string
  /** Opens a path of the app as one person sees it. */
  readonly visit: (path: string, viewer?: Viewer) => Promise<Page>
}

/**
 * Begins a journey for the tests around the call, and ends it after them. Without Chromium there is only the app.
 *
 * @param fill fills the workspace before the app starts; without it, the workspace is a copy of the example
 */
export function beginJourney(fill?: (workspace: string) => Promise<void>): Journey {
  const files = folder()
  const workspace = files.path('workspace')
  let app: Awaited<ReturnType<typeof startApp>>
  let browser: Browser | undefined
  beforeAll(async () => {
    await fill?.(workspace)
    app = await (fill === undefined ? startExample : startApp)(workspace)
    if (chromiumPath !== undefined) browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
    files.remove()
  })
  const address = (path: string) => app.url + path
  return {
    files,
    workspace,
    address,
    visit: (path, viewer) => openPage(browser, address(path), viewer),
  }
}
