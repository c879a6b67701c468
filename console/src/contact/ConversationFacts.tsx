import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { Conversation } from '../api/types'
import { WindowChip } from '../inbox/WindowChip'
import { Elapsed, Moment } from '../ui/Time'
import { Fact, Facts } from './Facts'

export function ConversationFacts({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation()
  const { data: channels } = useQuery(queries.channels)
  const { status, department, assignee, openedAt, waitingSince, serviceWindowClosesAt, channelId, snoozedUntil, disposition } = conversation
  const channel = channels?.items.find(({ id }) => id === channelId)
  return (
    <Facts title={t('contact.conversation')}>
      <Fact name={t('contact.status')}>{t(`status.${status}`)}</Fact>
      {disposition && (
        <Fact name={t('contact.disposition')}>
          <bdi>{disposition.name}</bdi>
        </Fact>
      )}
      {status === 'snoozed' && (
        <Fact name={t('contact.snoozedUntil')}>{snoozedUntil ? <Moment at={snoozedUntil} /> : t('inbox.snoozedUntilAnswer')}</Fact>
      )}
      {channels && <Fact name={t('contact.channel')}>{channel && <bdi>{channel.name}</bdi>}</Fact>}
      <Fact name={t('contact.department')}>{department && <bdi>{department.name}</bdi>}</Fact>
      <Fact name={t('contact.assignee')}>{assignee && <bdi>{assignee.name}</bdi>}</Fact>
      {waitingSince && (
        <Fact name={t('contact.waiting')}>
          <Elapsed since={waitingSince} />
        </Fact>
      )}
      <Fact name={t('contact.opened')}>
        <Moment at={openedAt} />
      </Fact>
      <Fact name={t('contact.window')}>
        <WindowChip closesAt={serviceWindowClosesAt} brief />
      </Fact>
    </Facts>
  )
}
