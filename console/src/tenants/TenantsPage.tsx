import { Button } from '@mantine/core'
import { IconBuildingStore, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as people from '../api/people'
import { peopleQueries } from '../api/people'
import type { Tenant } from '../api/types'
import { useChange } from '../app/useChange'
import { useDelivery } from '../people/useDelivery'
import { ask } from '../ui/ask'
import { Chip, type Tone } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { More } from '../ui/More'
import { Card, Page } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { useMomentWords } from '../ui/Time'
import { EndDialog } from './EndDialog'
import { FoundDialog } from './FoundDialog'

/** The businesses of the platform in names and numbers, for whoever runs it. */
export function TenantsPage() {
  const { t } = useTranslation()
  const tenants = useInfiniteQuery(peopleQueries.tenants)
  const [founding, setFounding] = useState(false)
  const delivery = useDelivery()
  return (
    <Page
      title={t('tenants.title')}
      lead={t('tenants.lead')}
      action={
        <Button leftSection={<IconPlus size="1rem" />} onClick={() => setFounding(true)}>
          {t('tenants.add')}
        </Button>
      }
    >
      <Card>
        <Loaded of={tenants}>
          {({ pages }) =>
            pages[0]!.items.length === 0 ? (
              <Empty icon={<IconBuildingStore />} title={t('tenants.empty')} hint={t('tenants.emptyHint')} />
            ) : (
              <Rows label={t('tenants.title')}>
                {pages.flatMap(({ items }) => items).map((tenant) => (
                  <TenantRow key={tenant.id} tenant={tenant} onInvited={delivery.tell} />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Card>
      <More of={tenants}>{t('tenants.more')}</More>
      {founding && <FoundDialog onFounded={delivery.tell} onClose={() => setFounding(false)} />}
      {delivery.dialog}
    </Page>
  )
}

const TONES: Record<Tenant['state'], Tone> = { active: 'done', suspended: 'waiting', ended: 'risk' }

interface RowProps {
  tenant: Tenant
  onInvited: (answer: { link: string | null }, who: string) => void
}

function TenantRow({ tenant, onInvited }: RowProps) {
  const { t, i18n } = useTranslation()
  const momentWords = useMomentWords()
  const number = new Intl.NumberFormat(i18n.language)
  const { id, name, state } = tenant
  const [ending, setEnding] = useState(false)
  const turn = useChange({ make: (to: Tenant['state']) => people.turnTenant(id, to), touches: [peopleQueries.tenants.queryKey], said: t('tenants.turned', { name }) })
  const invite = useChange({
    make: () => people.inviteFirstAgain(id),
    touches: [peopleQueries.tenants.queryKey],
    onDone: (answer) => onInvited(answer, t('tenants.administratorOf', { name })),
  })
  const nobodyCame = tenant.users === 0 && tenant.invited > 0
  const words = { title: t('tenants.suspendQuestion', { name }), text: t('tenants.suspendText'), yes: t('tenants.suspend') }
  const suspendIfMeant = async () => (await ask({ ...words, grave: true })) && turn.mutate('suspended')
  return (
    <Row
      icon={<IconBuildingStore />}
      name={<bdi>{name}</bdi>}
      chips={<Chip tone={TONES[state]}>{t(`tenants.state.${state}`)}</Chip>}
      facts={[
        ...(['users', 'channels', 'openConversations', 'messagesToday'] as const).map((count) => (
          <span key={count} className="figures">
            {t(`tenants.${count}`, { count: tenant[count], number: number.format(tenant[count]) })}
          </span>
        )),
        ...(tenant.invited > 0
          ? [t('tenants.invited', { count: tenant.invited, number: number.format(tenant.invited) })]
          : []),
        t('tenants.founded', { time: momentWords(tenant.createdAt) }),
        ...(state === 'active' ? [] : [t(`tenants.since.${state}`, { time: momentWords(tenant.stateSince) })]),
      ]}
    >
      {nobodyCame && state === 'active' && (
        <Button variant="default" aria-label={t('tenants.inviteAgainOf', { name })} loading={invite.isPending} onClick={() => invite.mutate()}>
          {t('tenants.inviteAgain')}
        </Button>
      )}
      {state === 'active' ? (
        <Button variant="default" aria-label={t('tenants.suspendOf', { name })} loading={turn.isPending} onClick={() => void suspendIfMeant()}>
          {t('tenants.suspend')}
        </Button>
      ) : (
        <Button variant="default" aria-label={t('tenants.resumeOf', { name })} loading={turn.isPending} onClick={() => turn.mutate('active')}>
          {t('tenants.resume')}
        </Button>
      )}
      {state !== 'ended' && (
        <Button variant="default" aria-label={t('tenants.endOf', { name })} onClick={() => setEnding(true)}>
          {t('tenants.end')}
        </Button>
      )}
      {ending && <EndDialog tenant={tenant} onClose={() => setEnding(false)} />}
    </Row>
  )
}
