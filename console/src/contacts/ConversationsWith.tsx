import { IconMessages } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { ContactCard, Conversation } from '../api/types'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { More } from '../ui/More'
import { Section } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { useMomentWords } from '../ui/Time'
import styles from './Contacts.module.css'

/** The conversations with a contact, and with those merged into it. */
export function ConversationsWith({ card }: { card: ContactCard }) {
  const { t } = useTranslation()
  const list = useInfiniteQuery(queries.conversationsWith(card.id))
  return (
    <Section title={t('contacts.conversations')}>
      <Loaded of={list}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.items)
          if (all.length === 0) return <Empty icon={<IconMessages />} title={t('contacts.noConversations')} />
          return (
            <>
              <Rows label={t('contacts.conversations')}>
                {all.map((conversation) => (
                  <ConversationRow key={conversation.id} conversation={conversation} />
                ))}
              </Rows>
              <More of={list}>{t('contacts.more')}</More>
            </>
          )
        }}
      </Loaded>
    </Section>
  )
}

function ConversationRow({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation()
  const moment = useMomentWords()
  const { data: channels } = useQuery(queries.channels)
  const { id, status, contact, lastMessage, lastMessageAt, channelId, assignee } = conversation
  const channel = channels?.items.find((one) => one.id === channelId)
  const view = status === 'resolved' ? 'resolved' : 'open'
  return (
    <Row
      name={
        <Link className={styles.link} to="/inbox/$view/$conversationId" params={{ view, conversationId: id }}>
          <bdi>{lastMessage?.preview || moment(lastMessageAt)}</bdi>
        </Link>
      }
      chips={<Chip tone={status === 'resolved' ? 'done' : 'plain'}>{t(`status.${status}`)}</Chip>}
      facts={[
        moment(lastMessageAt),
        channel && <bdi key="channel">{channel.name}</bdi>,
        contact.phone && (
          <bdi key="phone" dir="ltr">
            {contact.phone}
          </bdi>
        ),
        assignee && <bdi key="assignee">{assignee.name}</bdi>,
      ]}
    />
  )
}
