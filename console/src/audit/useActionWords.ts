import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../api/types'

/** What was done, in words for all that the server knows today, and by its name where a newer server knows more. */
export function useActionWords() {
  const { t, i18n } = useTranslation()
  return ({ action, actor, details, names }: AuditEntry) => {
    const nameOf = (id: string | undefined) => (id && names[id]) || t('audit.somebody')
    const { assigneeId, previousAssigneeId } = details
    if (action === 'conversation.assigned' && assigneeId !== actor?.id) return t('audit.passedOn', { name: nameOf(assigneeId) })
    if (action === 'conversation.assigned' && previousAssigneeId) return t('audit.takenFrom', { name: nameOf(previousAssigneeId) })
    if (action === 'conversation.resolved' && previousAssigneeId && previousAssigneeId !== actor?.id)
      return t('audit.resolvedOf', { name: nameOf(previousAssigneeId) })
    return i18n.exists(`audit.did.${action}`) ? t(`audit.did.${action}`) : t('audit.other', { action })
  }
}
