import { Button } from '@mantine/core'
import { IconTemplate } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import * as templates from '../api/templates'
import type { Template } from '../api/types'
import { useChange } from '../app/useChange'
import { TemplatePreview } from '../templates/TemplatePreview'
import { useLanguageWords } from '../templates/useLanguageWords'
import { ask } from '../ui/ask'
import { Chip, type Tone } from '../ui/Chip'
import { Row } from '../ui/Rows'
import styles from './TemplatesPage.module.css'

const TONES: Record<string, Tone> = { approved: 'done', pending: 'waiting', paused: 'waiting', rejected: 'risk', disabled: 'risk' }
const QUALITY: Record<string, Tone> = { green: 'done', yellow: 'waiting', red: 'risk' }
const EDITABLE = ['approved', 'rejected', 'paused']

interface Props {
  template: Template
  manages: boolean
  onEdit: () => void
}

export function TemplateRow({ template, manages, onEdit }: Props) {
  const { t } = useTranslation()
  const languageWords = useLanguageWords()
  const { name, status, quality, reason, layout } = template
  const language = languageWords(template.language)
  const [shown, show] = useState(false)
  const [removing, setRemoving] = useState(false)
  const known = useKnownWords()
  return (
    <Row
      icon={<IconTemplate />}
      name={<bdi>{name}</bdi>}
      chips={
        <>
          <Chip tone={TONES[status] ?? 'plain'}>{known('statuses', status)}</Chip>
          {quality && quality !== 'unknown' && <Chip tone={QUALITY[quality] ?? 'plain'}>{known('qualities', quality)}</Chip>}
        </>
      }
      facts={[
        language,
        known('categories', template.category),
        reason && t('templates.reason', { reason }),
        <span key="words" className={styles.words} dir="auto">
          {layout.body}
        </span>,
      ]}
    >
      <Button variant="default" aria-label={t('templates.showOf', { name, language })} onClick={() => show(true)}>
        {t('templates.show')}
      </Button>
      {manages && (
        <>
          {EDITABLE.includes(status) && (
            <Button variant="default" aria-label={t('templates.editOf', { name, language })} onClick={onEdit}>
              {t('templates.edit')}
            </Button>
          )}
          <Button variant="default" aria-label={t('templates.removeOf', { name, language })} onClick={() => setRemoving(true)}>
            {t('templates.remove')}
          </Button>
        </>
      )}
      {shown && (
        <Dialog title={name} onClose={() => show(false)}>
          <TemplatePreview layout={layout} values={{}} />
        </Dialog>
      )}
      {removing && <Removal template={template} language={language} onClose={() => setRemoving(false)} />}
    </Row>
  )
}

/** Words of Meta's that are known here; others are shown as they are. */
function useKnownWords() {
  const { t, i18n } = useTranslation()
  return (what: 'statuses' | 'categories' | 'qualities', word: string) => {
    const key = `templates.${what}.${word}`
    return i18n.exists(key) ? t(key as 'templates.statuses.approved') : word
  }
}

/** One language or all; either way it is asked once more. */
function Removal({ template: { id, name }, language, onClose }: { template: Template; language: string; onClose: () => void }) {
  const { t } = useTranslation()
  const remove = useChange({
    make: (all: boolean) => templates.remove(id, all),
    touches: [['templates']],
    said: t('templates.removed', { name }),
    onDone: onClose,
  })
  const removeIfMeant = async (all: boolean) => {
    const title = all ? t('templates.removeAllQuestion', { name }) : t('templates.removeQuestion', { name, language })
    if (await ask({ title, text: t('templates.removeText'), yes: t('templates.remove'), grave: true })) remove.mutate(all)
  }
  return (
    <Dialog title={t('templates.removeTitle', { name })} onClose={onClose}>
      <p className={styles.note}>{t('templates.removeText')}</p>
      <div className={styles.actions}>
        <Button variant="default" loading={remove.isPending} onClick={() => void removeIfMeant(false)}>
          {t('templates.removeOne', { language })}
        </Button>
        <Button variant="default" loading={remove.isPending} onClick={() => void removeIfMeant(true)}>
          {t('templates.removeAll')}
        </Button>
      </div>
    </Dialog>
  )
}
