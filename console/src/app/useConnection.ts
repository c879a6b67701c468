import { reach } from '../api/reach'
import { connection, type Connection } from '../live/stream'
import { usePermissions } from '../session/me'
import { useStore } from '../ui/store'

/** How far what is on screen can be trusted; whoever has no stream to listen to goes by the last answer alone. */
export function useConnection(): { stream: Connection; server: ReturnType<typeof reach.get> } {
  const listens = usePermissions()('READ_CONVERSATIONS')
  const stream = useStore(connection)
  return { stream: listens ? stream : 'live', server: useStore(reach) }
}
