import * as access from '../api/access'
import type { PasskeyRequest } from '../api/types'

/** Whether this browser can make and show passkeys as the server asks for them. */
export const knowsPasskeys = 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential

/** The browser's own dialog brought nothing: closed, timed out, or the device has a passkey for this account already. */
export class NoPasskey extends Error {
  readonly why: 'closed' | 'known'

  constructor(why: 'closed' | 'known') {
    super(why)
    this.why = why
  }
}

export async function showPasskey(ask: () => Promise<PasskeyRequest>) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await ask())
  const shown = await navigator.credentials.get({ publicKey }).catch(refused)
  return (shown as PublicKeyCredential).toJSON() as AuthenticationResponseJSON
}

export async function makePasskey(label: string) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    (await access.askForNewPasskey()) as PublicKeyCredentialCreationOptionsJSON,
  )
  const made = await navigator.credentials.create({ publicKey }).catch(refused)
  return access.addPasskey(label, (made as PublicKeyCredential).toJSON() as RegistrationResponseJSON)
}

function refused(error: unknown): never {
  throw new NoPasskey(error instanceof DOMException && error.name === 'InvalidStateError' ? 'known' : 'closed')
}
