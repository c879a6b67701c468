import { IconBrandWhatsapp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { Card, Page } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'

/** The numbers of the business that are connected. */
export function ChannelsPage() {
  const { t } = useTranslation()
  const channels = useQuery(queries.channels)
  return (
    <Page title={t('channels.title')} lead={t('channels.lead')}>
      <Card>
        <Loaded of={channels}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty icon={<IconBrandWhatsapp />} title={t('channels.empty')} hint={t('channels.emptyHint')} />
            ) : (
              <Rows label={t('channels.title')}>
                {items.map(({ id, name, displayPhoneNumber, phoneNumberId }) => (
                  <Row
                    key={id}
                    icon={<IconBrandWhatsapp />}
                    name={<bdi>{name}</bdi>}
                    facts={[<bdi key="phone">{displayPhoneNumber}</bdi>, t('channels.metaId', { id: phoneNumberId })]}
                  />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Card>
    </Page>
  )
}
