import * as access from '../api/access'
import type { Shown } from '../api/access'
import { digits } from './CodeField'
import { showPasskey } from './passkeys'

/** How somebody can show who they are; which ways go where, the server decides. */
export type Way = 'code' | 'passkey' | 'password' | 'recovery'

/** What is shown, from the words typed or from the browser's own dialog. */
export const shownBy: Record<Way, (words: string) => Promise<Shown>> = {
  code: async (words) => ({ code: digits(words) }),
  passkey: async () => ({ passkey: await showPasskey(access.askForOwnPasskey) }),
  password: async (words) => ({ password: words }),
  recovery: async (words) => ({ recoveryCode: words }),
}
