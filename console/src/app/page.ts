import { lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { explain, piece } from '../api/code'
import { speak } from '../i18n'

type Parts = Record<string, ComponentType>

/** A page that is fetched, with the words it speaks, when somebody goes there. */
export const page = <Module extends Parts, Name extends keyof Module & string>(load: () => Promise<Module>, name: Name) =>
  part(async () => (await Promise.all([load(), speak('pages')]))[0], name)

/** A piece of the screen that is fetched, with the words of pages, when it is first shown. */
export const wordedPiece = <Props>(load: () => Promise<{ default: ComponentType<Props> }>) =>
  piece(async () => (await Promise.all([load(), speak('pages')]))[0])

/** A page whose words are there from the beginning. */
export const part = <Module extends Parts, Name extends keyof Module & string>(load: () => Promise<Module>, name: Name) =>
  lazyRouteComponent(() => load().catch(explain), name)
