import { useMediaQuery } from '@mantine/hooks'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { prefer, usePreferences } from '../ui/preferences'

const route = getRouteApi('/shell/inbox/$view/$conversationId')

export interface Panel {
  shown: boolean
  toggle: () => void
}

/** Beside the thread the details are a preference; where they would cover it they are a place one can go back from. */
export function usePanel(): Panel {
  const wide = useMediaQuery('(width >= 72em)', true, { getInitialValueInEffect: false })
  const { panel: preferred } = usePreferences()
  const { panel: asked } = route.useSearch()
  const navigate = route.useNavigate()
  const { history } = useRouter()
  if (wide) return { shown: preferred, toggle: () => prefer({ panel: !preferred }) }
  const open = () => void navigate({ to: '.', search: (old) => ({ ...old, panel: true }) })
  return { shown: asked === true, toggle: asked ? () => history.back() : open }
}
