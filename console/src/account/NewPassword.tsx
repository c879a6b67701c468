import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** A password to be chosen, with what it must be said before it is. */
export function NewPassword({ length, ...props }: { length: number } & PasswordInputProps) {
  const { t } = useTranslation()
  return (
    <PasswordInput
      size="sm"
      label={t('account.password.new')}
      description={t('account.password.rule', { count: length })}
      autoComplete="new-password"
      {...props}
    />
  )
}
