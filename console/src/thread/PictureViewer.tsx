import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './MediaView.module.css'

export default function PictureViewer({ url, name, onClose }: { url: string; name: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal opened onClose={onClose} size="auto" title={<bdi>{name}</bdi>} closeButtonProps={{ 'aria-label': t('keys.close') }}>
      <img className={styles.full} src={url} alt={name} />
    </Modal>
  )
}
