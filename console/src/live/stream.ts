import { createStore } from '../ui/store'
import { KINDS, type News } from './news'

export type Connection = 'connecting' | 'live' | 'reconnecting' | 'offline'

export const connection = createStore<Connection>('connecting')

const GRACE = 1_500
const SILENCE = 40_000
const PAUSES = [1_000, 2_000, 5_000, 10_000]

interface Listener {
  onNews: (news: News) => void
  /** The stream is back after a break; it may have ended because of what this person may do. */
  onReturn: () => void
  /** What was missed, even before the first word, is not known: everything on screen must be asked for again. */
  onGap: () => void
  /** The server refused the stream for good. */
  onRefused: () => void
}

/** Keeps the server's event stream open; the browser itself resumes where a short break began. */
export function openStream(listener: Listener) {
  let source: EventSource
  let failures = 0
  let broken = false
  let grace: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  let again: ReturnType<typeof setTimeout> | undefined

  function alive() {
    clearTimeout(grace)
    grace = undefined
    clearTimeout(silence)
    silence = setTimeout(reopen, SILENCE)
    failures = 0
    connection.set('live')
  }

  function open() {
    source = new EventSource('/api/v1/events')
    source.onopen = () => {
      if (broken) listener.onReturn()
      broken = false
      alive()
    }
    source.onerror = lost
    const on = (name: string, act: (event: MessageEvent<string>) => void) =>
      source.addEventListener(name, (event: MessageEvent<string>) => {
        alive()
        act(event)
      })
    on('heartbeat', () => {})
    on('ready', listener.onGap)
    on('resync', listener.onGap)
    KINDS.forEach((kind) => on(kind, ({ data }) => listener.onNews({ ...(JSON.parse(data) as News), kind })))
  }

  function lost() {
    broken = true
    clearTimeout(silence)
    grace ??= setTimeout(() => connection.set(navigator.onLine ? 'reconnecting' : 'offline'), GRACE)
    if (source.readyState !== EventSource.CLOSED) return
    listener.onRefused()
    clearTimeout(again)
    again = setTimeout(reopen, PAUSES[Math.min(failures++, PAUSES.length - 1)])
  }

  function reopen() {
    source.close()
    open()
  }

  const wentOffline = () => {
    source.close()
    ;[grace, silence, again].forEach(clearTimeout)
    connection.set('offline')
  }
  const wentOnline = () => {
    connection.set('reconnecting')
    reopen()
  }

  open()
  addEventListener('offline', wentOffline)
  addEventListener('online', wentOnline)
  return () => {
    source.close()
    ;[grace, silence, again].forEach(clearTimeout)
    removeEventListener('offline', wentOffline)
    removeEventListener('online', wentOnline)
    connection.set('connecting')
  }
}
