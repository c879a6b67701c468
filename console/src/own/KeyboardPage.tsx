import { Button, Kbd, Switch } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePermissions } from '../session/me'
import { Padded, Page, Section } from '../ui/Page'
import { prefer, usePreferences } from '../ui/preferences'
import { Row, Rows } from '../ui/Rows'
import { type ActionId, actions, byId, takenBy } from '../keys/actions'
import { chosen } from '../keys/key'
import { useKeyName } from '../keys/useKeyName'

/** Which key does what, for whoever would rather use another, or none. */
export function KeyboardPage() {
  const { t } = useTranslation()
  const { keys, ownKeys } = usePreferences()
  const may = usePermissions()
  const [choosing, setChoosing] = useState<ActionId>()
  const own = actions.filter((action) => !('permission' in action) || may(action.permission))
  const isChanged = Object.keys(ownKeys).length > 0
  return (
    <Page title={t('keyboard.title')} lead={t('keyboard.lead')}>
      <Section title={t('keyboard.single')} lead={t('keyboard.singleLead')}>
        <Padded>
          <Switch checked={keys} label={t('menu.keys')} onChange={({ currentTarget }) => prefer({ keys: currentTarget.checked })} />
        </Padded>
      </Section>
      <Section
        title={t('keyboard.own')}
        lead={t('keyboard.ownLead')}
        action={
          isChanged && (
            <Button variant="default" onClick={() => prefer({ ownKeys: {} })}>
              {t('keyboard.resetAll')}
            </Button>
          )
        }
      >
        <Rows label={t('keyboard.own')}>
          {own.map(({ id }) => (
            <ActionRow key={id} id={id} isChoosing={choosing === id} onChoose={(on) => setChoosing(on ? id : undefined)} />
          ))}
        </Rows>
      </Section>
    </Page>
  )
}

function ActionRow({ id, isChoosing, onChoose }: { id: ActionId; isChoosing: boolean; onChoose: (on: boolean) => void }) {
  const { t } = useTranslation()
  const { ownKeys } = usePreferences()
  const keyName = useKeyName()
  const { label, fixed } = byId(id)
  const name = t(label)
  const put = (key?: (typeof ownKeys)[ActionId]) => {
    // Whatever has our key for this by now goes back to its own as well.
    const other = key ? undefined : takenBy(byId(id).keys[0]!, id, ownKeys)
    const others = Object.entries(ownKeys).filter(([one]) => one !== id && one !== other)
    prefer({ ownKeys: { ...Object.fromEntries(others), ...(key && { [id]: key }) } })
    onChoose(false)
  }
  return (
    <Row
      name={name}
      chips={<Kbd dir="ltr">{keyName(id)}</Kbd>}
      facts={[fixed && t('keyboard.fixed'), isChoosing && <Chooser key="chooser" id={id} onChosen={put} onLeave={() => onChoose(false)} />]}
    >
      {ownKeys[id] && (
        <Button variant="default" aria-label={t('keyboard.resetOf', { name })} onClick={() => put()}>
          {t('keyboard.reset')}
        </Button>
      )}
      {!fixed && (
        <Button variant={isChoosing ? 'light' : 'default'} aria-pressed={isChoosing} aria-label={t('keyboard.changeOf', { name })} onClick={() => onChoose(!isChoosing)}>
          {t('keyboard.change')}
        </Button>
      )}
    </Row>
  )
}

type Refusal = { by: 'browser' } | { by: 'action'; id: ActionId }

/** Waits for the key that is to be it from now on. */
function Chooser({ id, onChosen, onLeave }: { id: ActionId; onChosen: (key: { code: string }) => void; onLeave: () => void }) {
  const { t } = useTranslation()
  const { ownKeys } = usePreferences()
  const [refused, setRefused] = useState<Refusal>()
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.code === 'Tab') return onLeave()
    const key = chosen(event)
    if (!key && event.code !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (!key) return onLeave()
    if (key === 'reserved') return setRefused({ by: 'browser' })
    const other = takenBy(key, id, ownKeys)
    if (other) setRefused({ by: 'action', id: other })
    else onChosen(key)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    // Before anything that this key does now.
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [])
  return (
    <span role="status">
      {!refused && t('keyboard.press')}
      {refused?.by === 'browser' && t('keyboard.reserved')}
      {refused?.by === 'action' && t('keyboard.taken', { action: t(byId(refused.id).label) })}
    </span>
  )
}
