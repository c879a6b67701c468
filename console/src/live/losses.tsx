import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { QueryClient } from '@tanstack/react-query'
import type { useRouter } from '@tanstack/react-router'
import { queries } from '../api/queries'
import { i18next } from '../i18n'
import type { News } from './news'
import styles from './losses.module.css'

const SHOWN = 15_000

/** Tells an agent whose conversation a colleague has taken, passed on, put back or ended, and shows the way there. */
export async function tellLosses(client: QueryClient, router: ReturnType<typeof useRouter>, news: News[]) {
  const me = client.getQueryData(queries.me.queryKey)?.user.id
  for (const loss of news.filter((one) => one.previousAssigneeId === me && one.actorId !== me)) await tell(client, router, loss)
}

async function tell(client: QueryClient, router: ReturnType<typeof useRouter>, loss: News) {
  const id = loss.conversationId!
  const [{ items: users }, conversation] = await Promise.all([
    client.fetchQuery(queries.users),
    // With the conversation may have gone the right to see it.
    client.fetchQuery(queries.conversation(id)).catch(() => undefined),
  ])
  const contact = conversation?.contact
  const nameOf = (wanted: string | undefined) => users.find((user) => user.id === wanted)?.name ?? ''
  const names = {
    name: nameOf(loss.actorId),
    contact: contact?.name ?? contact?.phone ?? i18next.t('contact.unnamed'),
    other: nameOf(loss.assigneeId),
  }
  const notice = `lost-${id}`
  const show = () => {
    notifications.hide(notice)
    void router.navigate({ to: '/inbox/$view/$conversationId', params: { view: 'open', conversationId: id }, search: {} })
  }
  notifications.hide(notice)
  notifications.show({
    id: notice,
    color: 'yellow',
    autoClose: SHOWN,
    message: (
      <span className={styles.line}>
        <span>{i18next.t(`lost.${wayOf(loss)}`, names)}</span>
        {conversation && (
          <Button variant="subtle" onClick={show}>
            {i18next.t('lost.show')}
          </Button>
        )}
      </span>
    ),
  })
}

function wayOf({ kind, actorId, assigneeId }: News) {
  if (kind === 'conversation.assigned') return actorId === assigneeId ? 'taken' : 'passedOn'
  return kind === 'conversation.resolved' ? 'resolved' : 'putBack'
}
