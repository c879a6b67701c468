import { useMediaQuery } from '@mantine/hooks'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useMe } from '../session/me'
import { prefer, usePreferences } from '../ui/preferences'

const route = getRouteApi('/shell/inbox/$view/$conversationId')

export interface Panel {
  shown: boolean
  /** Whether it has room of its own instead of covering the thread. */
  beside: boolean
  toggle: () => void
}

const ROOM = '(width >= 72em)'
const ROOM_WITH_PHONE = '(width >= 96em)'

/** Beside the thread the details are a preference; where they would cover it they are a place one can go back from. */
export function usePanel(): Panel {
  const { panel: preferred, phone } = usePreferences()
  const { simulator } = useMe()
  const room = phone && simulator ? ROOM_WITH_PHONE : ROOM
  const beside = useMediaQuery(room, true, { getInitialValueInEffect: false })
  const { panel: asked } = route.useSearch()
  const navigate = route.useNavigate()
  const { history } = useRouter()
  if (beside) return { beside, shown: preferred, toggle: () => prefer({ panel: !preferred }) }
  const open = () => void navigate({ to: '.', search: (old) => ({ ...old, panel: true }) })
  return { beside, shown: asked === true, toggle: asked ? () => history.back() : open }
}
