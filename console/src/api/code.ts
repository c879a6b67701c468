import { lazy, type ComponentType } from 'react'
import { Problem } from './problem'

/** A piece of the screen that is fetched when it is first shown. */
export const piece = <Props>(load: () => Promise<{ default: ComponentType<Props> }>) => lazy(() => load().catch(explain))

/** Code cannot be fetched because the server is silent, or because a newer release no longer has it. */
export async function explain(): Promise<never> {
  throw new Problem(0, { code: (await isOutdated()) ? 'outdated' : 'unfetched' })
}

const start = () => fetch('/', { cache: 'no-store' })

/** Whether the server would start a browser with another script than the one running here. */
async function isOutdated() {
  const own = new URL(document.querySelector<HTMLScriptElement>('script[type=module][src]')!.src).pathname
  const told = await start().then((answer) => (answer.ok ? answer.text() : own), () => own) // prettier-ignore
  return !told.includes(own)
}

const KEY = 'moked.renewed'
const PAUSE = 60_000

/** Loads the console anew, but not over and over while servers of two releases stand side by side. */
export function renew() {
  if (Date.now() - Number(sessionStorage.getItem(KEY)) < PAUSE) return
  sessionStorage.setItem(KEY, String(Date.now()))
  location.reload()
}

export const reloadOnceReachable = () =>
  start().then((answer) => void (answer.ok && location.reload()), () => {}) // prettier-ignore
