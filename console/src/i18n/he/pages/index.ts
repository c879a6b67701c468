import { account } from './account'
import { agents } from './agents'
import { audit } from './audit'
import { broadcasts } from './broadcasts'
import { calendars } from './calendars'
import { channels } from './channels'
import { contacts } from './contacts'
import { departments } from './departments'
import { endings } from './endings'
import { greetings } from './greetings'
import { lists } from './lists'
import { operations } from './operations'
import { own } from './own'
import { permission } from './permission'
import { policy } from './policy'
import { roles } from './roles'
import { segments } from './segments'
import { settings } from './settings'
import { signIn } from './signIn'
import { rules } from './rules'
import { skills } from './skills'
import { templates } from './templates'
import { tenants } from './tenants'
import { tokens } from './tokens'
import { transfers } from './transfers'
import { users } from './users'

export const pages = {
  account,
  agents,
  audit,
  broadcasts,
  calendars,
  channels,
  contacts,
  departments,
  endings,
  greetings,
  lists,
  operations,
  own,
  permission,
  policy,
  roles,
  segments,
  settings,
  signIn,
  rules,
  skills,
  templates,
  tenants,
  tokens,
  transfers,
  users,
}
