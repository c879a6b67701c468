import { account } from './account'
import { agents } from './agents'
import { attendance } from './attendance'
import { audit } from './audit'
import { broadcasts } from './broadcasts'
import { calendars } from './calendars'
import { cannedReplies } from './cannedReplies'
import { channels } from './channels'
import { contacts } from './contacts'
import { departments } from './departments'
import { endings } from './endings'
import { greetings } from './greetings'
import { keyboard } from './keyboard'
import { lists } from './lists'
import { offers } from './offers'
import { operations } from './operations'
import { own } from './own'
import { palette } from './palette'
import { permission } from './permission'
import { policy } from './policy'
import { queues } from './queues'
import { roles } from './roles'
import { search } from './search'
import { segments } from './segments'
import { settings } from './settings'
import { signIn } from './signIn'
import { simulation } from './simulation'
import { rules } from './rules'
import { skills } from './skills'
import { targets } from './targets'
import { templates } from './templates'
import { tenants } from './tenants'
import { tokens } from './tokens'
import { transfers } from './transfers'
import { users } from './users'

export const pages = {
  account,
  agents,
  attendance,
  audit,
  broadcasts,
  calendars,
  cannedReplies,
  channels,
  contacts,
  departments,
  endings,
  greetings,
  keyboard,
  lists,
  offers,
  operations,
  own,
  palette,
  permission,
  policy,
  queues,
  roles,
  search,
  segments,
  settings,
  signIn,
  simulation,
  rules,
  skills,
  targets,
  templates,
  tenants,
  tokens,
  transfers,
  users,
}
