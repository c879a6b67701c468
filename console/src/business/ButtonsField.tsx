import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TemplateLayout } from '../api/types'
import styles from './TemplatesPage.module.css'

const TYPES = ['quick-reply', 'url', 'phone', 'copy-code', 'flow'] as const
type Type = (typeof TYPES)[number]
const MOST = 10

interface Props {
  /** What the server calls them. */
  field: string
  most?: number
  buttons: TemplateLayout['buttons']
  wrong: (field: string) => string | undefined
  onChange: (buttons: TemplateLayout['buttons']) => void
}

/** The buttons of a template, in their order. */
export function ButtonsField({ field: whole, most = MOST, buttons, wrong, onChange }: Props) {
  const { t } = useTranslation()
  const change = (place: number, part: Partial<Props['buttons'][number]>) =>
    onChange(buttons.map((button, index) => (index === place ? { ...button, ...part } : button)))
  return (
    <fieldset className={styles.group}>
      <legend>{t('templates.buttons')}</legend>
      {buttons.map(({ type, label, opens }, place) => {
        const field = `${whole}.${place}`
        const number = place + 1
        return (
          <div key={place} className={styles.button} role="group" aria-label={t('templates.buttonNumber', { number })}>
            <Select
              size="sm"
              allowDeselect={false}
              label={t('templates.buttonType')}
              error={wrong(`${field}.type`)}
              data={TYPES.map((value) => ({ value, label: t(`templates.buttonTypes.${value}`) }))}
              value={type}
              onChange={(value) => change(place, { type: value ?? 'quick-reply', opens: null })}
            />
            {type !== 'copy-code' && (
              <TextInput
                size="sm"
                dir="auto"
                maxLength={25}
                label={t('templates.buttonLabel')}
                error={wrong(`${field}.label`)}
                value={label}
                onChange={(event) => change(place, { label: event.currentTarget.value })}
              />
            )}
            {(type === 'url' || type === 'phone' || type === 'flow') && (
              <TextInput
                size="sm"
                dir="ltr"
                maxLength={2000}
                label={t(`templates.opens.${type as Type & ('url' | 'phone' | 'flow')}`)}
                error={wrong(`${field}.opens`)}
                value={opens ?? ''}
                onChange={(event) => change(place, { opens: event.currentTarget.value })}
              />
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('templates.removeButton', { number })}
              onClick={() => onChange(buttons.filter((_, index) => index !== place))}
            >
              <IconTrash />
            </ActionIcon>
          </div>
        )
      })}
      {wrong(whole) && (
        <p className={styles.note} role="alert">
          {wrong(whole)}
        </p>
      )}
      {buttons.length < most && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size="1rem" />}
            onClick={() => onChange([...buttons, { type: 'quick-reply', label: '', opens: null }])}
          >
            {t('templates.addButton')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
