import { Button } from '@mantine/core'
import { IconApps, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { MetaApp } from '../api/types'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { Section } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { useMomentWords } from '../ui/Time'
import { AddAppDialog } from './AddAppDialog'
import { AppDialog } from './AppDialog'

/** The apps of the business's own at Meta, and what to enter there. */
export function AppsSection() {
  const { t } = useTranslation()
  const apps = useQuery(queries.metaApps)
  const [adding, setAdding] = useState(false)
  const [shown, show] = useState<string>()
  const app = apps.data?.items.find(({ id }) => id === shown)
  return (
    <Section
      title={t('channels.apps.title')}
      lead={t('channels.apps.lead')}
      action={
        <Button variant="default" leftSection={<IconPlus size="1rem" />} onClick={() => setAdding(true)}>
          {t('channels.apps.add')}
        </Button>
      }
    >
      <Loaded of={apps}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={<IconApps />} title={t('channels.apps.empty')} hint={t('channels.apps.emptyHint')} />
          ) : (
            <Rows label={t('channels.apps.title')}>
              {items.map((one) => (
                <AppRow key={one.id} app={one} onShow={() => show(one.id)} />
              ))}
            </Rows>
          )
        }
      </Loaded>
      {adding && (
        <AddAppDialog
          onClose={() => setAdding(false)}
          onAdded={(id) => {
            setAdding(false)
            show(id)
          }}
        />
      )}
      {app && <AppDialog app={app} onClose={() => show(undefined)} />}
    </Section>
  )
}

function AppRow({ app, onShow }: { app: MetaApp; onShow: () => void }) {
  const { t } = useTranslation()
  const momentWords = useMomentWords()
  const { name, metaAppId, deliveredAt, secrets } = app
  return (
    <Row
      icon={<IconApps />}
      name={<bdi>{name}</bdi>}
      chips={secrets > 1 && <Chip tone="waiting">{t('channels.apps.rotating')}</Chip>}
      facts={[
        t('channels.metaId', { id: metaAppId }),
        deliveredAt ? t('channels.apps.delivered', { time: momentWords(deliveredAt) }) : t('channels.apps.notYet'),
      ]}
    >
      <Button variant="default" aria-label={t('channels.apps.showOf', { name })} onClick={onShow}>
        {t('channels.apps.show')}
      </Button>
    </Row>
  )
}
