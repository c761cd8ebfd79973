import { resolve } from 'node:path'
import { defineConfig } from 'vite'

/** The command line, bundled into dist/soundings.js: Node does not strip types inside node_modules. */
export default defineConfig({
  build: {
    ssr: 'src/cli/run.ts',
    outDir: resolve(import.meta.dirname, 'dist'),
    emptyOutDir: false,
    target: 'node22',
    rollupOptions: { output: { entryFileNames: 'soundings.js', chunkFileNames: 'chunks/[name]-[hash].js' } },
  },
  ssr: { external: true },
})
