import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '#workbench/version'

/**
 * The folder of the built web app. In a checkout it is built when it is not there or older than its source; the
 * published package holds it built.
 *
 * @param say told what is being done
 * @returns undefined if it is not there and cannot be built
 */
export async function webFolder(say: (what: string) => void): Promise<string | undefined> {
  const built = join(packageFolder, 'dist', 'web')
  const config = join(packageFolder, 'vite.config.ts')
  if (existsSync(config) && isOlder(join(built, 'index.html'))) {
    say('Building the web app …')
    const { build } = await import('vite')
    await build({ configFile: config, logLevel: 'warn' })
  }
  return existsSync(built) ? built : undefined
}

function isOlder(index: string): boolean {
  const made = statSync(index, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sources = globSync('src/{web,domain,numeric,instruments,report,api}/**/*.{ts,tsx,css,json,html}', {
    cwd: packageFolder,
  })
  return sources.some((file) => statSync(join(packageFolder, file)).mtimeMs > made)
}
