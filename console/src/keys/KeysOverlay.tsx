import { Anchor, Kbd, Modal } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePermissions } from '../session/me'
import { usePreferences } from '../ui/preferences'
import { actions } from './actions'
import { useKeyName } from './useKeyName'
import styles from './KeysOverlay.module.css'

export default function KeysOverlay({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { keys } = usePreferences()
  const may = usePermissions()
  const keyName = useKeyName()
  return (
    <Modal opened onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('keys.close') }}>
      <p className={styles.lead}>
        {keys ? t('keys.lead') : t('keys.off')}{' '}
        <Anchor component={Link} to="/settings/keyboard" onClick={onClose}>
          {t('keys.choose')}
        </Anchor>
      </p>
      <dl className={styles.keys}>
        {actions
          .filter((action) => !('permission' in action) || may(action.permission))
          .map(({ id, label }) => (
            <div key={id} className={styles.row}>
              <dt>{t(label)}</dt>
              <dd>
                <Kbd dir="ltr">{keyName(id)}</Kbd>
              </dd>
            </div>
          ))}
      </dl>
    </Modal>
  )
}
