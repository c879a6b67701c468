import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TemplateLayout } from '../api/types'
import { FileField } from '../templates/FileField'
import type { ChosenFile } from '../templates/TemplatePreview'

const FILES = ['image', 'video', 'document']

interface SampleProps {
  name: string
  layout: TemplateLayout
  value: string
  file?: ChosenFile
  error?: string
  onGiven: (value: string, file?: ChosenFile) => void
}

/** Where the example of one variable, or of one file, is given. */
export function SampleField({ name, layout, value, file, error, onGiven }: SampleProps) {
  const { t } = useTranslation()
  const card = /^card\.(\d+)\./.exec(name)?.[1]
  const side = (card && layout.cards[Number(card)]) || layout
  const [, place, variable] = /(?:^|\.)(header|body|button)(?:\.(\w+))?$/.exec(name) ?? []
  const label =
    place === 'button'
      ? t('templates.sampleOfButton', { label: side.buttons[Number(variable)]?.label || t('template.copyCode') })
      : t('templates.sampleOf', { variable: `{{${variable ?? ''}}}` })
  if (!variable && FILES.includes(side.header ?? ''))
    return <FileField label={t('templates.sampleFile')} kind={side.header!} chosen={file} error={error} onChosen={onGiven} />
  return <TextInput size="sm" dir="auto" autoComplete="off" label={label} error={error} value={value} onChange={(event) => onGiven(event.currentTarget.value)} />
}
