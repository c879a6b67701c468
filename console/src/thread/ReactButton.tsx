import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { IconMoodSmile } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refreshTimeline } from '../api/cache'
import * as calls from '../api/calls'
import type { Message } from '../api/types'
import { usePermissions } from '../session/me'
import { serverNow } from '../ui/clock'
import styles from './AnswerButton.module.css'
import own from './ReactButton.module.css'

const USUAL = ['👍', '❤️', '😂', '😮', '😢', '🙏']
const DAY = 86_400_000
/** WhatsApp's own limit; the server asks again. */
const MOST_DAYS = 30

/** Puts a sign under what a contact wrote, in place of the last one, or takes it away. */
export function ReactButton({ conversationId, message }: { conversationId: string; message: Message }) {
  const { t } = useTranslation()
  const may = usePermissions()
  const client = useQueryClient()
  const [opened, setOpened] = useState(false)
  const [other, setOther] = useState('')
  const standing = message.ownReaction?.emoji ?? null
  const react = useMutation({
    mutationFn: (emoji: string | null) => calls.reply(conversationId, crypto.randomUUID(), { type: 'reaction', emoji: emoji ?? undefined }, message.id),
    onSuccess: () => {
      setOpened(false)
      setOther('')
      void refreshTimeline(client, conversationId)
    },
  })
  const old = serverNow() - Date.parse(message.at) > MOST_DAYS * DAY
  if (message.direction !== 'inbound' || old || message.content.type === 'revoked' || !may('ANSWER_CONVERSATIONS')) return null
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus withRoles position="top" shadow="md" transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          className={`${styles.answer} ${own.react}`}
          data-open={opened || undefined}
          aria-label={t('thread.react')}
          onClick={() => setOpened(!opened)}
        >
          <IconMoodSmile aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={own.picker} aria-label={t('thread.react')}>
        <div className={own.usual}>
          {USUAL.map((emoji, index) => (
            <ActionIcon
              key={emoji}
              data-autofocus={index === 0 || undefined}
              variant={emoji === standing ? 'light' : 'subtle'}
              size="lg"
              aria-label={emoji}
              aria-pressed={emoji === standing}
              disabled={react.isPending}
              onClick={() => react.mutate(emoji === standing ? null : emoji)}
            >
              <span aria-hidden>{emoji}</span>
            </ActionIcon>
          ))}
        </div>
        <form
          className={own.other}
          onSubmit={(event) => {
            event.preventDefault()
            if (other.trim()) react.mutate(other.trim())
          }}
        >
          <TextInput size="xs" aria-label={t('thread.otherEmoji')} placeholder={t('thread.otherEmoji')} value={other} onChange={(event) => setOther(event.currentTarget.value)} />
          <Button type="submit" variant="default" loading={react.isPending} disabled={!other.trim()}>
            {t('thread.reactWith')}
          </Button>
        </form>
        {standing && (
          <Button variant="subtle" color="gray" disabled={react.isPending} onClick={() => react.mutate(null)}>
            {t('thread.unreact')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
