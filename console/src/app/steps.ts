/** What the address of the sign-in page says: where to go on, that a step is left, that a session has ended. */
export interface Steps {
  next?: string
  unfinished?: true
  ended?: true
}

/** Codes by which the server says that somebody is not inside yet. */
export const HALF_OPEN = ['second-factor-required', 'enrolment-required']

export const readSteps = (search: Record<string, unknown>): Steps => ({
  ...(typeof search.next === 'string' && /^\/(?![/\\])/.test(search.next) && { next: search.next }),
  ...(search.unfinished === true && { unfinished: true }),
  ...(search.ended === true && { ended: true }),
})
