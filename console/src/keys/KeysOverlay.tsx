import { Kbd, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { usePermissions } from '../session/me'
import { usePreferences } from '../ui/preferences'
import { actions } from './actions'
import styles from './KeysOverlay.module.css'

export default function KeysOverlay({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { keys } = usePreferences()
  const may = usePermissions()
  return (
    <Modal opened onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('keys.close') }}>
      <p className={styles.lead}>{keys ? t('keys.lead') : t('keys.off')}</p>
      <dl className={styles.keys}>
        {actions
          .filter((action) => !('permission' in action) || may(action.permission))
          .map(({ id, label, shown }) => (
            <div key={id} className={styles.row}>
              <dt>{t(label)}</dt>
              <dd>
                <Kbd dir="ltr">{shown}</Kbd>
              </dd>
            </div>
          ))}
      </dl>
    </Modal>
  )
}
