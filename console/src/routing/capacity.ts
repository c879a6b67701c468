export const LEAST = 1
export const MOST = 1000

/** What somebody has written as a capacity; nothing where it is none. */
export function readCapacity(written: string) {
  const words = written.trim()
  const units = /^\d{1,6}$/.test(words) ? Number(words) : 0
  return units >= LEAST && units <= MOST ? units : undefined
}
