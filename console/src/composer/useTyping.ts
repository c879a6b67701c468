import { useRef } from 'react'
import * as calls from '../api/calls'
import { serverNow } from '../ui/clock'

/** The sign stands for 25 seconds on the phone; the server passes on one in 20. */
const ONE_SIGN = 20_000

/** Lets the contact see that somebody writes. Nothing is lost where it fails, so nobody is told. */
export function useTyping(conversationId: string) {
  const last = useRef({ conversationId: '', at: 0 })
  return () => {
    const now = serverNow()
    if (last.current.conversationId === conversationId && now - last.current.at < ONE_SIGN) return
    last.current = { conversationId, at: now }
    calls.typing(conversationId).catch(() => {})
  }
}
