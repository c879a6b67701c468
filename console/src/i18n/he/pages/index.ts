import { account } from './account'
import { audit } from './audit'
import { channels } from './channels'
import { operations } from './operations'
import { own } from './own'
import { permission } from './permission'
import { policy } from './policy'
import { roles } from './roles'
import { settings } from './settings'
import { signIn } from './signIn'
import { templates } from './templates'
import { tenants } from './tenants'
import { tokens } from './tokens'
import { users } from './users'

export const pages = {
  account,
  audit,
  channels,
  operations,
  own,
  permission,
  policy,
  roles,
  settings,
  signIn,
  templates,
  tenants,
  tokens,
  users,
}
