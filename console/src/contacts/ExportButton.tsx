import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import * as calls from '../api/contactLists'
import { useChange } from '../app/useChange'
import { usePermissions } from '../session/me'
import { save } from '../ui/save'

interface Props {
  segment?: string
  ofLabel?: string
  label?: string
  children: ReactNode
}

/** Contacts as a file, for whoever may take them along. */
export function ExportButton({ segment, ofLabel, label, children }: Props) {
  const may = usePermissions()
  const take = useChange({ make: async () => save(await (segment ? calls.exportSegment(segment) : calls.exportContacts(ofLabel)), 'contacts.csv'), touches: [] })
  return (
    may('EXPORT_CONTACTS') && (
      <Button variant="default" aria-label={label} leftSection={<IconDownload size="1rem" />} loading={take.isPending} onClick={() => take.mutate()}>
        {children}
      </Button>
    )
  )
}
