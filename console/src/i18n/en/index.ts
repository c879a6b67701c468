import { frame } from './frame'
import { talk } from './talk'
import { write } from './write'

export const en = { ...frame, ...talk, ...write }

/** The same words in another language, with whatever more plural forms it has. */
export type Words<Tree> = { [Key in keyof Tree]: Tree[Key] extends string ? string : Words<Tree[Key]> }
