import { Button, Group, SegmentedControl, TextInput } from '@mantine/core'
import { IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleQueries } from '../api/people'
import type { Colleague } from '../api/types'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { Missing } from '../ui/Missing'
import { Card, Page } from '../ui/Page'
import { Rows } from '../ui/Rows'
import { useDelivery } from './useDelivery'
import { UserDialog } from './UserDialog'
import { UserRow } from './UserRow'

const STATES = ['all', 'active', 'invited', 'deactivated'] as const

/** Everybody of the business: who they are, what they may do, and whether they can come in. */
export function UsersPage() {
  const { t } = useTranslation()
  const users = useQuery(peopleQueries.allUsers)
  const invitations = useQuery(peopleQueries.invitations)
  const { data: addressChanges } = useQuery(peopleQueries.addressChanges)
  const [state, setState] = useState<(typeof STATES)[number]>('all')
  const [words, setWords] = useState('')
  const [inviting, setInviting] = useState(false)
  const delivery = useDelivery()
  const shown = ({ state: own, name, account }: Colleague) =>
    (state === 'all' || state === own) && `${name} ${account?.email ?? ''}`.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase())
  return (
    <Page
      title={t('users.title')}
      lead={t('users.lead')}
      action={
        <Button leftSection={<IconUserPlus size="1rem" />} onClick={() => setInviting(true)}>
          {t('users.invite')}
        </Button>
      }
    >
      <Group gap="xs" mb="sm">
        <TextInput
          flex="1 1 12rem"
          size="xs"
          classNames={{ input: 'plain-words' }}
          leftSection={<IconSearch size="1rem" />}
          aria-label={t('users.search')}
          placeholder={t('users.search')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('users.show')}
          value={state}
          onChange={(chosen) => setState(chosen as typeof state)}
          data={STATES.map((one) => ({ value: one, label: t(`users.state.${one}`) }))}
        />
      </Group>
      <Card>
        {users.data && invitations.error && <Missing error={invitations.error} onRetry={() => void invitations.refetch()} />}
        <Loaded of={users}>
          {({ items }) =>
            items.some(shown) ? (
              <Rows label={t('users.title')}>
                {items.filter(shown).map((user) => (
                  <UserRow
                    key={user.id}
                    user={user}
                      invitation={invitations.data && (invitations.data.items.find(({ userId }) => userId === user.id) ?? null)}
                      addressChange={addressChanges?.items.find(({ userId }) => userId === user.id)}
                    onInvited={delivery.tell}
                  />
                ))}
              </Rows>
            ) : (
              <Empty icon={<IconUsers />} title={t('users.empty')} hint={t('users.emptyHint')} />
            )
          }
        </Loaded>
      </Card>
      {inviting && <UserDialog onInvited={delivery.tell} onClose={() => setInviting(false)} />}
      {delivery.dialog}
    </Page>
  )
}
