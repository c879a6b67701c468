import { Button, Group } from '@mantine/core'
import { IconBrandWhatsapp, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { SignupGrant } from '../api/types'
import { usePermissions } from '../session/me'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { Card, Page } from '../ui/Page'
import { Rows } from '../ui/Rows'
import { AppsSection } from './AppsSection'
import { ChannelRow } from './ChannelRow'
import { ConnectDialog } from './ConnectDialog'
import { SignupButton } from './SignupButton'
import { ReadReceipts } from './ReadReceipts'
import { StandingDialog } from './StandingDialog'

/** The numbers of the business: those that are connected, and those that were. */
export function ChannelsPage() {
  const { t } = useTranslation()
  const manages = usePermissions()('MANAGE_CHANNELS')
  const [connecting, setConnecting] = useState<'by-token' | SignupGrant>()
  const [shown, show] = useState<string>()
  const channels = useQuery(queries.channels)
  const nameOf = (id: string) => channels.data?.items.find((one) => one.id === id)?.name ?? ''
  return (
    <Page
      title={t('channels.title')}
      lead={t('channels.lead')}
      action={
        manages && (
          <Group gap="xs">
            <SignupButton onGranted={setConnecting} />
            <Button leftSection={<IconPlus size="1rem" />} onClick={() => setConnecting('by-token')}>
              {t('channels.connect')}
            </Button>
          </Group>
        )
      }
    >
      <Card>
        <Loaded of={channels}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty icon={<IconBrandWhatsapp />} title={t('channels.empty')} hint={t(manages ? 'channels.emptyHint' : 'channels.emptyHintOthers')} />
            ) : (
              <Rows label={t('channels.title')}>
                {items.map((channel) => (
                  <ChannelRow key={channel.id} channel={channel} manages={manages} onShow={() => show(channel.id)} />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Card>
      {manages && <ReadReceipts />}
      {manages && <AppsSection />}
      {connecting && (
        <ConnectDialog
          signup={connecting === 'by-token' ? undefined : connecting}
          onClose={() => setConnecting(undefined)}
          onConnected={(id) => {
            setConnecting(undefined)
            show(id)
          }}
        />
      )}
      {shown && <StandingDialog id={shown} name={nameOf(shown)} onClose={() => show(undefined)} />}
    </Page>
  )
}
