import { account } from './account'
import { audit } from './audit'
import { operations } from './operations'
import { settings } from './settings'
import { signIn } from './signIn'

export const pages = { account, audit, operations, settings, signIn }
