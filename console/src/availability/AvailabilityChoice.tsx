import { Menu } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../ui/useProblemText'
import styles from './AvailabilityChoice.module.css'
import { Choices } from './Choices'
import { useAvailability } from './useAvailability'
import { useBecome } from './useBecome'

/** The part of one's own menu in which agents say whether they take conversations, with how much they hold. */
export function AvailabilityChoice() {
  const { t } = useTranslation()
  const text = useProblemText()
  const { may, data: own, error, refetch } = useAvailability()
  const become = useBecome()
  if (!may) return null
  return (
    <>
      <Menu.Label className={styles.title}>
        <span>{t('availability.title')}</span>
        {own && <span className={styles.load}>{t('availability.holds', { used: own.used, capacity: own.capacity })}</span>}
      </Menu.Label>
      {error && !own && (
        <Menu.Item leftSection={<IconRefresh size="1rem" />} onClick={() => void refetch()}>
          <span className={styles.trouble}>{text(error)}</span> {t('problem.retry')}
        </Menu.Item>
      )}
      <Choices now={own} pending={become.isPending ? become.variables : undefined} onChoose={become.mutate} />
      <Menu.Divider />
    </>
  )
}
