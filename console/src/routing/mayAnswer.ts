import type { User } from '../api/types'

/** Roles of the business's own are looked at by the server. */
export const mayAnswer = ({ role, state }: User) => role !== 'operator' && state === 'active'
