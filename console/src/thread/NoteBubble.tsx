import { IconNote } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { clock } from '../ui/time'
import { Bubble } from './Bubble'
import { Words } from './Words'

/** A remark among colleagues; nothing about it may look like a message to the contact. */
export function NoteBubble({ name, body, at, foot, after }: { name: string | null; body: string; at: string; foot?: ReactNode; after?: ReactNode }) {
  const { t, i18n } = useTranslation()
  return (
    <Bubble
      look="note"
      head={
        <>
          <IconNote aria-hidden />
          {name ? t('thread.noteBy', { name }) : t('thread.note')}
        </>
      }
      foot={foot ?? <time dateTime={at}>{clock(at, i18n.language)}</time>}
      after={after}
    >
      <Words body={body} />
    </Bubble>
  )
}
