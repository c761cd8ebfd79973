import { resolve } from 'node:path'
import { defineConfig } from 'vite'

/** The command line and its workers, bundled into dist: Node does not strip types inside node_modules. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: resolve(import.meta.dirname, 'dist'),
    emptyOutDir: false,
    target: 'node22',
    rollupOptions: {
      input: {
        soundings: 'src/cli/run.ts',
        'compute-worker': 'src/workbench/compute-worker.ts',
        'analysis-worker': 'src/workbench/analysis-worker.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
  ssr: { external: true },
})
