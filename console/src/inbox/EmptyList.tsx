import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconInbox, IconSearchOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../ui/Empty'
import { useView } from './useInbox'

export function EmptyList() {
  const { t } = useTranslation()
  const { view, filter, navigate } = useView()
  // Nobody can ask for keys; where there is a mouse there nearly always are some.
  const hasMouse = useMediaQuery('(hover: hover)', true, { getInitialValueInEffect: false })
  const elsewhere = view === 'open' ? 'resolved' : 'open'
  const lookThere = () => void navigate({ to: '/inbox/$view', params: { view: elsewhere }, search: (old) => old })
  if (filter.q || filter.department || filter.label)
    return (
      <Empty
        icon={<IconSearchOff />}
        title={t('inbox.emptySearch')}
        hint={t('inbox.emptySearchHint')}
        action={
          <Button variant="default" onClick={lookThere}>
            {t(elsewhere === 'open' ? 'inbox.lookInOpen' : 'inbox.lookInResolved')}
          </Button>
        }
      />
    )
  const name = view === 'mine' ? 'Mine' : view === 'queue' ? 'Queue' : view === 'open' ? 'Open' : view === 'snoozed' ? 'Snoozed' : 'Resolved'
  const hint = name === 'Mine' && !hasMouse ? 'inbox.emptyMineTouchHint' : (`inbox.empty${name}Hint` as const)
  return <Empty icon={<IconInbox />} title={t(`inbox.empty${name}`)} hint={t(hint)} />
}
