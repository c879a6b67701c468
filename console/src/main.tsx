import '@fontsource-variable/heebo/index.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './ui/tokens.css'
import { DirectionProvider, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { queries } from './api/queries'
import { createQueryClient } from './app/queryClient'
import { createConsoleRouter } from './app/routes'
import { startLanguage } from './i18n'
import { theme, variables } from './ui/theme'

const Notices = lazy(() => import('./app/Notices'))
const client = createQueryClient(() => {
  const { pathname, href } = router.state.location
  const wasInside = client.getQueryData(queries.me.queryKey) !== undefined
  if (wasInside && !['/sign-in', '/password'].includes(pathname)) void router.navigate({ to: '/sign-in', search: { next: href, ended: true } })
})
const router = createConsoleRouter(client)

await startLanguage()

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <DirectionProvider>
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
        <QueryClientProvider client={client}>
          <Suspense>
            <Notices />
          </Suspense>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  </StrictMode>,
)
