import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    reporters: ['default', './test/skipped-reporter.ts'],
    globalSetup: ['test/server.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
