import { frame } from './frame'
import { talk } from './talk'

export const he = { ...frame, ...talk }
