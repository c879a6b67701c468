import { MantineThemeProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'

/** Where notices appear, each with a way to be rid of it; whatever is said before this has come waits for it. */
export default function Notices() {
  const { t } = useTranslation()
  const closable = { defaultProps: { closeButtonProps: { 'aria-label': t('keys.close') } } }
  return (
    <MantineThemeProvider theme={{ components: { Notification: closable } }}>
      <Notifications position="top-center" mt="var(--bar)" limit={3} />
    </MantineThemeProvider>
  )
}
