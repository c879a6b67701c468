import { audit } from './audit'
import { operations } from './operations'
import { settings } from './settings'

/** The words of the pages beside the inbox, which come with the first of them. */
export const pages = { audit, operations, settings }
