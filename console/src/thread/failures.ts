/** What kind of trouble a code of Meta's, or of ours, stands for (Cloud API, "Error codes"). */
const CODES = {
  window: ['131047', 'service-window-closed'],
  unreachable: ['131026'],
  notListed: ['131030'],
  optedOut: ['131050', 'opted-out'],
  calledOff: ['broadcast-cancelled'],
  withheld: ['130472', '131049'],
  tooFast: ['4', '80007', '130429', '131056'],
  reported: ['131048'],
  outage: ['not-ready', 'overtaken', 'unreachable', 'upload', 'stopped', 'unknown', '1', '2', '131000', '131016', '131057', '133004', '2494100'],
  file: ['131052', '131053'],
  fileMissing: ['file-missing'],
  channelEnded: ['channel-ended'],
  token: ['0', '190'],
  access: ['3', '10', '131005'],
  templateOther: ['132000', '132005', '132012', '132018'],
  templateGone: ['132001', 'template-gone'],
  templatePaused: ['132015', '132016', 'template-not-sendable'],
  templatePolicy: ['132007'],
  marketingOff: ['131063', '131064'],
  restricted: ['368', '130497', '131031', '131037', '131042', '131045', '133010'],
  elsewhere: ['131060'],
  phoneUnknown: ['131062', 'contact-phone-unknown'],
  identityChanged: ['137000'],
  templateUnfillable: ['template-unfillable'],
  malformed: ['33', '100', '131008', '131009', '131021', '131051', '135000', 'unsupported'],
} as const

export type Failure = keyof typeof CODES | 'unknown'

const BY_CODE = new Map(Object.entries(CODES).flatMap(([failure, codes]) => codes.map((code): [string, Failure] => [code, failure as Failure])))

export const failureOf = (code: string): Failure => BY_CODE.get(code) ?? (/^2\d\d$/.test(code) ? 'access' : 'unknown')

const PASSING = new Set<Failure>(['tooFast', 'reported', 'outage', 'file'])

const STOPPING = new Set<Failure>(['token', 'access', 'restricted'])

/** Whether nothing of the number leaves before somebody has mended what is wrong. */
export const isStopping = (failure: Failure) => STOPPING.has(failure)

/** Whether the same message may get through when it is sent again now. What Meta refuses by a code that nobody here knows, it refuses again. */
export const mayPass = (failure: Failure, windowOpen: boolean) => windowOpen && (failure === 'window' || PASSING.has(failure))
