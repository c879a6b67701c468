import { lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { explain } from '../api/code'
import { withWords } from '../ui/wordedPiece'

type Parts = Record<string, ComponentType>

/** A page that is fetched, with the words it speaks, when somebody goes there. */
export const page = <Module extends Parts, Name extends keyof Module & string>(load: () => Promise<Module>, name: Name) =>
  part(() => withWords(load), name)

/** A page whose words are there from the beginning. */
export const part = <Module extends Parts, Name extends keyof Module & string>(load: () => Promise<Module>, name: Name) =>
  lazyRouteComponent(() => load().catch(explain), name)
