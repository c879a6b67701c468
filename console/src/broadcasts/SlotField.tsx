import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TemplateVariable } from '../api/types'
import { useVariableWords } from '../templates/ValueField'
import styles from './Broadcasts.module.css'
import { FIELDS, troubleIn, type Slot } from './draft'

const TEXT = 'text'

interface Props {
  variable: TemplateVariable
  slot: Slot
  tried: boolean
  onGiven: (slot: Slot) => void
}

/** The same text for all, or something of each contact's with a text for those who lack it. */
export function SlotField({ variable, slot, tried, onGiven }: Props) {
  const { t } = useTranslation()
  const label = useVariableWords()(variable)
  const trouble = troubleIn(variable, slot)
  const error = trouble && (tried || trouble !== 'missing') ? t(`template.trouble.${trouble}`) : undefined
  return (
    <fieldset className={styles.slot}>
      <Select
        size="sm"
        allowDeselect={false}
        label={label}
        data={[{ value: TEXT, label: t('broadcasts.sameForAll') }, ...FIELDS.map((value) => ({ value, label: t(`broadcasts.fields.${value}`) }))]}
        value={slot.field ?? TEXT}
        onChange={(which) => onGiven({ ...slot, field: FIELDS.find((field) => field === which) })}
      />
      {slot.field ? (
        <TextInput
          size="sm"
          dir="auto"
          autoComplete="off"
          aria-label={t('broadcasts.otherwiseFor', { variable: label })}
          description={slot.otherwise ? undefined : t('broadcasts.otherwiseHint')}
          placeholder={t('broadcasts.otherwise')}
          error={error}
          value={slot.otherwise ?? ''}
          onChange={({ currentTarget }) => onGiven({ ...slot, otherwise: currentTarget.value })}
        />
      ) : (
        <TextInput
          size="sm"
          dir="auto"
          autoComplete="off"
          aria-label={t('broadcasts.textFor', { variable: label })}
          placeholder={variable.sample ?? undefined}
          error={error}
          value={slot.text ?? ''}
          onChange={({ currentTarget }) => onGiven({ ...slot, text: currentTarget.value })}
        />
      )}
    </fieldset>
  )
}
