import '@mantine/core/styles.css'
import './tokens.css'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startLanguages } from './language.ts'
import { router } from './routes.tsx'
import { theme } from './theme.ts'

const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 10_000 } } })
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element #root')

await startLanguages()
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="light">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
