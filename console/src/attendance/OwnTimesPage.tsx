import { useTranslation } from 'react-i18next'
import { Page } from '../ui/Page'
import { Times } from './Times'

/** How one was oneself, day by day. */
export function OwnTimesPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('attendance.own')} lead={t('attendance.ownLead')}>
      <Times agent={undefined} />
    </Page>
  )
}
