import { Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as calls from '../api/calls'
import { queries } from '../api/queries'
import { useChange } from '../app/useChange'
import { Loaded } from '../ui/Loaded'
import { Padded, Section } from '../ui/Page'

/** Whether contacts see that they were read, and that somebody writes. */
export function ReadReceipts() {
  const { t } = useTranslation()
  const receipts = useQuery(queries.readReceipts)
  const put = useChange({ make: calls.putReadReceipts, touches: [queries.readReceipts.queryKey], said: t('channels.receiptsSaved') })
  return (
    <Section title={t('channels.receipts')} lead={t('channels.receiptsLead')}>
      <Padded>
        <Loaded of={receipts}>
          {({ shown }) => (
            <Switch
              size="sm"
              label={t('channels.receiptsShown')}
              checked={put.isPending ? put.variables : shown}
              disabled={put.isPending}
              onChange={(event) => put.mutate(event.currentTarget.checked)}
            />
          )}
        </Loaded>
      </Padded>
    </Section>
  )
}
