import { Button } from '@mantine/core'
import { IconBrandWhatsapp, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import { usePermissions } from '../session/me'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { Card, Page } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { AppsSection } from './AppsSection'
import { ConnectDialog } from './ConnectDialog'
import { StandingDialog } from './StandingDialog'

/** The numbers of the business that are connected. */
export function ChannelsPage() {
  const { t } = useTranslation()
  const manages = usePermissions()('MANAGE_CHANNELS')
  const [connecting, setConnecting] = useState(false)
  const [shown, show] = useState<string>()
  const channels = useQuery(queries.channels)
  const nameOf = (id: string) => channels.data?.items.find((one) => one.id === id)?.name ?? ''
  return (
    <Page
      title={t('channels.title')}
      lead={t('channels.lead')}
      action={
        manages && (
          <Button leftSection={<IconPlus size="1rem" />} onClick={() => setConnecting(true)}>
            {t('channels.connect')}
          </Button>
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
                {items.map(({ id, name, displayPhoneNumber, phoneNumberId }) => (
                  <Row
                    key={id}
                    icon={<IconBrandWhatsapp />}
                    name={<bdi>{name}</bdi>}
                    facts={[<bdi key="phone">{displayPhoneNumber}</bdi>, t('channels.metaId', { id: phoneNumberId })]}
                  >
                    {manages && (
                      <Button variant="default" aria-label={t('channels.standing', { name })} onClick={() => show(id)}>
                        {t('channels.check')}
                      </Button>
                    )}
                  </Row>
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Card>
      {manages && <AppsSection />}
      {connecting && (
        <ConnectDialog
          onClose={() => setConnecting(false)}
          onConnected={(id) => {
            setConnecting(false)
            show(id)
          }}
        />
      )}
      {shown && <StandingDialog id={shown} name={nameOf(shown)} onClose={() => show(undefined)} />}
    </Page>
  )
}
