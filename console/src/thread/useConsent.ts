import { useTranslation } from 'react-i18next'
import type { Conversation } from '../api/types'
import { useContactName } from '../contact/useContactName'
import { useMe } from '../session/me'
import { ask } from '../ui/ask'

/** Asks before a colleague's conversation is interfered with; one's own, or nobody's, is open to everything. */
export function useConsent({ assignee, contact, status }: Conversation) {
  const { t } = useTranslation()
  const { user } = useMe()
  const withWhom = useContactName()(contact)
  return async (to: 'takeOver' | 'resolve') => {
    if (!assignee || assignee.id === user.id || status === 'resolved') return true
    const names = { name: assignee.name, contact: withWhom }
    return ask({ title: t(`consent.${to}`, names), text: t(`consent.${to}Text`, names), yes: t(`thread.${to}`) })
  }
}
