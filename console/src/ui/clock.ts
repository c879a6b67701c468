import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let now = Date.now()
let offset = 0
let timer: ReturnType<typeof setInterval> | undefined

function tick() {
  now = Date.now() + offset
  listeners.forEach((listener) => listener())
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  if (!timer) {
    // It has stood still while nobody watched.
    now = Date.now() + offset
    timer = setInterval(tick, 1000)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** Learns how far this machine's clock is off, so that countdowns follow the server's; half of what it took to ask was the way back. */
export function setServerTime(serverTime: string, askedAt: number) {
  offset = Date.parse(serverTime) - (askedAt + Date.now()) / 2
  tick()
}

export const serverNow = () => Date.now() + offset

/** The server's time in steps of the given milliseconds; all watchers share one timer. */
export function useNow(step = 1000) {
  return useSyncExternalStore(subscribe, () => Math.floor(now / step) * step)
}
