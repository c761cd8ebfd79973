import type { Reporter, TestModule } from 'vitest/node'

/** Says which tests were skipped, by name: the reason stands in the name. */
export default class SkippedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap((module) =>
      [...module.children.allTests('skipped')].map((test) => test.fullName),
    )
    const groups = [...new Set(skipped.map((name) => name.split(' > ').slice(0, -1).join(' > ') || name))]
    for (const group of groups) console.log(`Skipped: ${group}`)
  }
}
