import { serverNow } from '../ui/clock'
import type { Named, NumberStep } from './types'

interface ProblemBody {
  code?: string
  detail?: string
  field?: string
  assignee?: Named
  businesses?: Named[]
  failed?: NumberStep
  reason?: string
  errors?: { field: string; message: string }[]
}

/** A refusal of the server (RFC 9457) or, without a status, a server that could not be reached. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly assignee: Named | undefined
  /** What there is to choose from. */
  readonly businesses: Named[]
  /** What has to hold before, and does not. */
  readonly failed: NumberStep | undefined
  /** Meta's own words. */
  readonly reason: string | undefined
  /** When the same may be tried again, by the server's clock. */
  readonly retryAt: number | undefined
  /** The stable word of the rule that the first wrong field breaks. */
  readonly rule: string | undefined
  /** The field that is wrong, where one is named. */
  readonly field: string | undefined

  /** Every field that is wrong, with the word of the rule that it breaks. */
  readonly errors: { field: string; message: string }[]

  constructor(status: number, body: ProblemBody, retryAfter?: string | null) {
    super(body.detail ?? '')
    this.status = status
    this.code = body.code ?? (status === 0 ? 'unreachable' : 'unexpected')
    this.assignee = body.assignee
    this.businesses = body.businesses ?? []
    this.failed = body.failed
    this.reason = body.reason
    this.errors = body.errors ?? []
    this.rule = body.errors?.[0]?.message
    this.field = body.errors?.[0]?.field ?? body.field
    this.retryAt = retryAfter ? serverNow() + Number(retryAfter) * 1000 : undefined
  }

  /** Whether the same request may succeed later without anybody changing it. */
  get passing() {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

export const isProblem = (error: unknown, ...codes: string[]): error is Problem =>
  error instanceof Problem && (codes.length === 0 || codes.includes(error.code))
