import { defineConfig } from 'vitest/config'

/**
 * Journeys wait for other programs more than they compute, and each is a process of its own. The tests beside the files share a
 * process and what it has loaded: none of them replaces a module.
 */
export default defineConfig({
  test: {
    reporters: ['default', './test/skipped-reporter.ts'],
    maxWorkers: '100%',
    testTimeout: 180_000,
    hookTimeout: 240_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/*.test.ts'],
          globalSetup: ['test/journeys/example-workspace.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['src/**/*.test.ts', 'test/*.test.ts'],
          globalSetup: ['test/server.ts'],
          isolate: false,
        },
      },
    ],
  },
})
