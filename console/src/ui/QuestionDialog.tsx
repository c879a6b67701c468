import { Button, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from './ask'
import styles from './QuestionDialog.module.css'
import { useStore } from './store'

/** Enter does what is asked about, unless it cannot be undone; Escape leaves everything as it is. */
export default function QuestionDialog() {
  const { t } = useTranslation()
  const question = useStore(asked)
  // While it fades out the words stay.
  const [last, setLast] = useState(question)
  if (question && question !== last) setLast(question)
  const answer = (yes: boolean) => question?.answer(yes)
  return (
    <Modal opened={Boolean(question)} onClose={() => answer(false)} title={last?.title} closeButtonProps={{ 'aria-label': t('question.cancel') }}>
      <p className={styles.text}>{last?.text}</p>
      <Group justify="flex-end">
        <Button data-autofocus={last?.grave || undefined} variant="default" onClick={() => answer(false)}>
          {last?.no ?? t('question.cancel')}
        </Button>
        <Button data-autofocus={!last?.grave || undefined} color={last?.grave ? 'red' : undefined} onClick={() => answer(true)}>
          {last?.yes}
        </Button>
      </Group>
    </Modal>
  )
}
