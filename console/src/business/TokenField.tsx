import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** A system user's token, which is shown to nobody unasked. */
export function TokenField(props: PasswordInputProps) {
  const { t } = useTranslation()
  return (
    <PasswordInput
      size="sm"
      dir="ltr"
      autoComplete="off"
      label={t('channels.token')}
      description={t('channels.tokenHint')}
      visibilityToggleButtonProps={{ 'aria-label': t('channels.showToken') }}
      {...props}
    />
  )
}
