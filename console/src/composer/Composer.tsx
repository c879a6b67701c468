import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../api/types'
import { WindowChip } from '../inbox/WindowChip'
import { useAction } from '../keys/useAction'
import { useMe, usePermissions } from '../session/me'
import { useNow } from '../ui/clock'
import { BarrierPanel } from './BarrierPanel'
import { barrierOf } from './barrier'
import styles from './Composer.module.css'
import type { Mode } from './drafts'
import { Editor } from './Editor'
import { ChannelNote } from './ChannelNote'
import { KeptDraft } from './KeptDraft'
import { summons } from './summons'
import { useAttachment } from './useAttachment'

/** Where an agent writes: open, closing or shut exactly as the service window is. */
export function Composer({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation()
  const { user } = useMe()
  const may = usePermissions()('ANSWER_CONVERSATIONS')
  const [mode, setMode] = useState<Mode>('reply')
  const attachment = useAttachment()
  const barrier = barrierOf(conversation, user.id, useNow(5_000))
  const write = (next: Mode) => {
    setMode(next)
    summons.set(conversation.id)
  }
  useAction('reply', () => write('reply'), may)
  useAction('note', () => write('note'), may)

  if (!may) return <p className={styles.readOnly}>{t('composer.readOnly')}</p>
  return (
    <section className={styles.composer} data-mode={mode} aria-label={t('composer.label')}>
      <div className={styles.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t('composer.mode')}
          value={mode}
          onChange={(value) => write(value as Mode)}
          data={[
            { value: 'reply', label: t('composer.reply') },
            { value: 'note', label: t('composer.note') },
          ]}
        />
        {mode === 'reply' && conversation.status !== 'resolved' && (
          <span title={t('composer.windowHelp')}>
            <WindowChip closesAt={conversation.serviceWindowClosesAt} />
          </span>
        )}
      </div>
      {mode === 'reply' && <ChannelNote channelId={conversation.channelId} />}
      {mode === 'reply' && barrier ? (
        <>
          <BarrierPanel conversation={conversation} barrier={barrier} onNote={() => write('note')} />
          <KeptDraft conversationId={conversation.id} attachment={attachment} onNote={() => write('note')} />
        </>
      ) : (
        <Editor key={mode} conversation={conversation} mode={mode} attachment={attachment} />
      )}
    </section>
  )
}
