import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as people from '../api/people'
import { peopleQueries } from '../api/people'
import { queries } from '../api/queries'
import type { AddressChange, Colleague, HeldRole, Invitation } from '../api/types'
import { useChange } from '../app/useChange'
import { useRoleWords } from '../own/useRoleWords'
import { useMe, usePermissions } from '../session/me'
import { ask } from '../ui/ask'
import { Chip } from '../ui/Chip'
import { serverNow } from '../ui/clock'
import { Face } from '../ui/Face'
import { Row } from '../ui/Rows'
import { useMomentWords } from '../ui/Time'
import { UserDialog } from './UserDialog'

interface Props {
  user: Colleague
  /** What is known of it: nothing yet, or that there is none. */
  invitation: Invitation | null | undefined
  addressChange: AddressChange | undefined
  onInvited: (invitation: Invitation, email: string) => void
}

export function UserRow({ user, invitation, addressChange, onInvited }: Props) {
  const { t } = useTranslation()
  const { user: me } = useMe()
  const [editing, setEditing] = useState(false)
  const { email = '', roles = [] } = user.account ?? {}
  const held = useHeldWords()
  return (
    <Row
      icon={<Face name={user.name} seed={user.id} />}
      name={<bdi>{user.name}</bdi>}
      chips={
        <>
          {user.id === me.id && <Chip tone="accent">{t('users.you')}</Chip>}
          {user.state !== 'active' && <Chip tone={user.state === 'invited' ? 'waiting' : 'plain'}>{t(`users.state.${user.state}`)}</Chip>}
          {user.state === 'invited' && <Letter mail={invitation?.mail} />}
          {addressChange && <Letter mail={addressChange.mail} />}
        </>
      }
      facts={[
        <bdi key="email">{email}</bdi>,
        roles.map(held).join(' · '),
        user.state === 'invited' && invitation !== undefined && <InvitationFact key="invitation" invitation={invitation} />,
        addressChange && t('users.addressWaits', { email: addressChange.email }),
      ]}
    >
      <Button variant="default" aria-label={t('users.editOf', { name: user.name })} onClick={() => setEditing(true)}>
        {t('users.edit')}
      </Button>
      {user.id !== me.id && <More user={user} moves={Boolean(addressChange)} onInvited={(invited) => onInvited(invited, email)} />}
      {editing && <UserDialog user={user} onClose={() => setEditing(false)} />}
    </Row>
  )
}

/** A role, and where it is held if not everywhere. */
function useHeldWords() {
  const { t } = useTranslation()
  const roleWords = useRoleWords()
  const may = usePermissions()
  const { data } = useQuery({ ...queries.departments, enabled: may('READ_CONVERSATIONS') })
  const nameOf = (id: string) => data?.items.find((one) => one.id === id)?.name ?? ''
  return (held: HeldRole) =>
    held.departments ? t('users.heldIn', { role: roleWords(held), places: held.departments.map(nameOf).join(', ') }) : roleWords(held)
}

/** How far the letter is, where it will not come by itself. */
function Letter({ mail }: { mail: AddressChange['mail'] | undefined }) {
  const { t } = useTranslation()
  if (mail === 'failed') return <Chip tone="risk">{t('users.mailFailed')}</Chip>
  return mail === 'not-set-up' && <Chip tone="waiting">{t('users.noMail')}</Chip>
}

function InvitationFact({ invitation }: { invitation: Invitation | null }) {
  const { t } = useTranslation()
  const momentWords = useMomentWords()
  if (!invitation || Date.parse(invitation.expiresAt) < serverNow()) return t('users.invitationOver')
  return t('users.invitationUntil', { time: momentWords(invitation.expiresAt) })
}

function More({ user, moves, onInvited }: { user: Colleague; moves: boolean; onInvited: (invitation: Invitation) => void }) {
  const { t } = useTranslation()
  const { name } = user
  const opener = useRef<HTMLButtonElement>(null)
  const touches = [queries.users.queryKey, peopleQueries.invitations.queryKey, peopleQueries.addressChanges.queryKey]
  const again = useChange({ make: () => people.inviteAgain(user.id), touches, onDone: onInvited })
  const stay = useChange({ make: () => people.changeUser(user.id, { email: user.account?.email }), touches, said: t('users.changed', { name }) })
  const endSessions = useChange({ make: () => people.endSessionsOf(user.id), touches: [], said: t('users.sessionsEnded', { name }) })
  const removeFactors = useChange({ make: () => people.removeFactorsOf(user.id), touches: [], said: t('users.factorsRemoved', { name }) })
  const deactivate = useChange({ make: () => people.deactivate(user.id), touches, said: t('users.deactivated', { name }) })
  const reactivate = useChange({ make: () => people.reactivate(user.id), touches, said: t('users.reactivated', { name }) })
  const asking = (what: 'endSessions' | 'removeFactors' | 'deactivate', act: () => void, grave: boolean) => async () => {
    const words = { title: t(`users.${what}Question`, { name }), text: t(`users.${what}Text`, { name }), yes: t(`users.${what}`) }
    // The menu is gone once it is answered.
    opener.current?.focus()
    if (await ask({ ...words, grave })) act()
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon ref={opener} variant="default" size={30} aria-label={t('users.moreOf', { name })}>
          <IconDots size="1rem" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {user.state === 'invited' && <Menu.Item onClick={() => again.mutate()}>{t('users.inviteAgain')}</Menu.Item>}
        {moves && <Menu.Item onClick={() => stay.mutate()}>{t('users.takeBackAddress')}</Menu.Item>}
        {user.state === 'active' && (
          <>
            <Menu.Item onClick={() => void asking('endSessions', endSessions.mutate, false)()}>{t('users.endSessions')}</Menu.Item>
            <Menu.Item onClick={() => void asking('removeFactors', removeFactors.mutate, true)()}>{t('users.removeFactors')}</Menu.Item>
          </>
        )}
        {user.state === 'deactivated' ? (
          <Menu.Item onClick={() => reactivate.mutate()}>{t('users.reactivate')}</Menu.Item>
        ) : (
          <Menu.Item color="var(--risk)" onClick={() => void asking('deactivate', deactivate.mutate, true)()}>
            {t('users.deactivate')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
