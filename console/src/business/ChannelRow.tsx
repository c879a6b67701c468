import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconBrandWhatsapp, IconDots } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as numbers from '../api/numbers'
import { queries } from '../api/queries'
import type { Channel } from '../api/types'
import { useChange } from '../app/useChange'
import { failureOf } from '../thread/failures'
import { ask } from '../ui/ask'
import { Chip } from '../ui/Chip'
import { Row } from '../ui/Rows'
import { useMomentWords } from '../ui/Time'
import { EntranceDialog } from './EntranceDialog'
import { MoveDialog } from './MoveDialog'
import { NameDialog, RenewDialog } from './NumberDialogs'
import { ProfileDialog } from './ProfileDialog'
import { RegisterDialog } from './RegisterDialog'

interface Props {
  channel: Channel
  manages: boolean
  onShow: () => void
}

/** A number, how it fares, and what can be done with it. */
export function ChannelRow({ channel, manages, onShow }: Props) {
  const { t } = useTranslation()
  const momentWords = useMomentWords()
  const { name, displayPhoneNumber, phoneNumberId, stopped, disconnectedAt } = channel
  return (
    <Row
      icon={<IconBrandWhatsapp />}
      name={<bdi>{name}</bdi>}
      chips={
        <>
          {stopped && <Chip tone="risk">{t('channels.stopped')}</Chip>}
          {disconnectedAt && <Chip>{t('channels.disconnected')}</Chip>}
        </>
      }
      facts={[
        <bdi key="phone">{displayPhoneNumber}</bdi>,
        t('channels.metaId', { id: phoneNumberId }),
        stopped && t(`failure.${failureOf(stopped.code)}`),
        stopped && t('channels.stoppedSince', { time: momentWords(stopped.since), code: stopped.code }),
        disconnectedAt && t('channels.disconnectedSince', { time: momentWords(disconnectedAt) }),
      ]}
    >
      {manages && !disconnectedAt && (
        <>
          <Button variant="default" aria-label={t('channels.standing', { name })} onClick={onShow}>
            {t('channels.check')}
          </Button>
          <More channel={channel} />
        </>
      )}
    </Row>
  )
}

const DIALOGS = { rename: NameDialog, entrance: EntranceDialog, renew: RenewDialog, register: RegisterDialog, move: MoveDialog, profile: ProfileDialog }

function More({ channel: { id, name } }: { channel: Channel }) {
  const { t } = useTranslation()
  const opener = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState<keyof typeof DIALOGS>()
  const disconnect = useChange({
    make: () => numbers.disconnect(id),
    touches: [queries.channels.queryKey],
    said: t('channels.isDisconnected', { name }),
  })
  async function disconnectIfMeant() {
    // The menu is gone once it is answered.
    opener.current?.focus()
    const words = { title: t('channels.disconnectQuestion', { name }), text: t('channels.disconnectText'), yes: t('channels.disconnect') }
    if (await ask({ ...words, grave: true })) disconnect.mutate()
  }
  const Opened = open && DIALOGS[open]
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon ref={opener} variant="default" size={30} aria-label={t('channels.moreOf', { name })}>
            <IconDots size="1rem" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {(['rename', 'entrance', 'profile', 'renew', 'register', 'move'] as const).map((one) => (
            <Menu.Item
              key={one}
              onClick={() => {
                opener.current?.focus()
                setOpen(one)
              }}
            >
              {one === 'entrance' ? t('targets.entrance') : t(`channels.${one}`)}
            </Menu.Item>
          ))}
          <Menu.Item color="var(--risk)" onClick={() => void disconnectIfMeant()}>
            {t('channels.disconnect')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {Opened && <Opened id={id} name={name} onClose={() => setOpen(undefined)} />}
    </>
  )
}
