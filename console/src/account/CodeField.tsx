import { TextInput, type TextInputProps } from '@mantine/core'

/** Where the digits of an authenticator app go; a phone may fill them in by itself. */
export const CodeField = (props: TextInputProps) => (
  <TextInput autoComplete="one-time-code" inputMode="numeric" maxLength={8} dir="ltr" size="sm" {...props} />
)

/** Apps show codes in two halves, and people type what they see. */
export const digits = (typed: string) => typed.replace(/\D/g, '')
