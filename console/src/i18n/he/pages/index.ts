import { audit } from './audit'
import { operations } from './operations'

export const pages = { audit, operations }
