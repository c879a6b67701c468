import { Menu } from '@mantine/core'
import { IconCheck, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../ui/useProblemText'
import styles from './AvailabilityChoice.module.css'
import { AVAILABILITIES, Mark } from './Mark'
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
      {AVAILABILITIES.map((one) => (
        <Menu.RadioItem
          key={one}
          value={one}
          checked={own?.availability === one}
          checkIcon={<IconCheck aria-hidden size="1rem" />}
          aria-busy={become.isPending && become.variables === one}
          onChange={() => become.mutate(one)}
        >
          <span className={styles.choice}>
            <Mark of={one} />
            {t(`availability.${one}`)}
          </span>
        </Menu.RadioItem>
      ))}
      <Menu.Divider />
    </>
  )
}
