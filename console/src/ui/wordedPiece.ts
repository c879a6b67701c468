import type { ComponentType } from 'react'
import { piece } from '../api/code'
import { speak } from '../i18n'

/** Fetches a piece of the screen, and the words of pages that it speaks. */
export const withWords = async <Module>(load: () => Promise<Module>) => (await Promise.all([load(), speak('pages')]))[0]

/** A piece of the screen that is fetched, with the words of pages, when it is first shown. */
export const wordedPiece = <Props>(load: () => Promise<{ default: ComponentType<Props> }>) => piece(() => withWords(load))
