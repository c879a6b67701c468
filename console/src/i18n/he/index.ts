import { frame } from './frame'
import { talk } from './talk'
import { write } from './write'

export const he = { ...frame, ...talk, ...write }
