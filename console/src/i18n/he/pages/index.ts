import { account } from './account'
import { audit } from './audit'
import { operations } from './operations'
import { own } from './own'
import { policy } from './policy'
import { settings } from './settings'
import { signIn } from './signIn'

export const pages = { account, audit, operations, own, policy, settings, signIn }
