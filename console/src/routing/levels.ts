/** How well something is known, or has to be. */
export const LEVELS = [1, 2, 3, 4, 5] as const
