import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TemplateVariable } from '../api/types'
import { FileField } from './FileField'
import { troubleOf } from './filling'
import type { ChosenFile } from './TemplatePreview'

interface Props {
  variable: TemplateVariable
  first?: boolean
  value: string
  file?: ChosenFile
  /** Whether somebody has tried to go on, so that what is missing is said. */
  tried: boolean
  onGiven: (key: string, value: string, file?: ChosenFile) => void
}

/** Where the value of one variable is given. */
export function ValueField({ variable, first, value, file, tried, onGiven }: Props) {
  const { t } = useTranslation()
  const label = useVariableWords()(variable)
  const trouble = troubleOf(variable, value)
  const error = trouble && (tried || trouble !== 'missing') ? t(`template.trouble.${trouble}`) : undefined
  if (variable.kind === 'image' || variable.kind === 'video' || variable.kind === 'document')
    return <FileField label={label} kind={variable.kind} chosen={file} error={error} onChosen={(id, chosen) => onGiven(variable.key, id, chosen)} />
  const isNumber = variable.kind === 'latitude' || variable.kind === 'longitude'
  return (
    <TextInput
      data-autofocus={first || undefined}
      autoFocus={first}
      size="sm"
      dir={isNumber || variable.kind === 'link-ending' || variable.kind === 'code' ? 'ltr' : 'auto'}
      inputMode={isNumber ? 'decimal' : undefined}
      autoComplete="off"
      label={label}
      placeholder={variable.sample ?? undefined}
      withAsterisk={variable.required}
      error={error}
      value={value}
      onChange={(event) => onGiven(variable.key, event.currentTarget.value)}
    />
  )
}

/** What a variable is called on the screen, with its card where it is on one. */
export function useVariableWords() {
  const { t } = useTranslation()
  return ({ key, kind, label }: Pick<TemplateVariable, 'key' | 'kind' | 'label'>) => {
    const words = t(`template.variable.${kind}`, { label: label ?? '' })
    const card = /^card\.(\d+)\./.exec(key)?.[1]
    return card ? t('template.onCard', { number: Number(card) + 1, words }) : words
  }
}
