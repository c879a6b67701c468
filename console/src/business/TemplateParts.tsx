import { Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TemplateLayout } from '../api/types'
import { ButtonsField } from './ButtonsField'
import { CardsField } from './CardsField'

const HEADERS = ['none', 'text', 'image', 'video', 'document', 'location'] as const

/** What goes with cards: nothing but a text. */
const ALONE = { header: null, title: null, footer: null, buttons: [] }

interface PartsProps {
  layout: TemplateLayout
  wrong: (field: string) => string | undefined
  onChange: (part: Partial<TemplateLayout>) => void
}

/** What a template is built of; beside the cards of a carousel there is only a text. */
export function TemplateParts({ layout, wrong, onChange }: PartsProps) {
  const { t } = useTranslation()
  const cards = layout.cards.length > 0
  return (
    <>
      {!cards && <Header layout={layout} wrong={wrong} onChange={onChange} />}
      <Textarea
        size="sm"
        dir="auto"
        autosize
        minRows={4}
        maxLength={1024}
        label={t('templates.body')}
        description={t('templates.bodyHint', { example: '{{1}}', named: '{{name}}' })}
        error={wrong('layout.body')}
        value={layout.body ?? ''}
        onChange={(event) => onChange({ body: event.currentTarget.value })}
      />
      {!cards && (
        <TextInput
          size="sm"
          dir="auto"
          maxLength={60}
          label={t('templates.footer')}
          error={wrong('layout.footer')}
          value={layout.footer ?? ''}
          onChange={(event) => onChange({ footer: event.currentTarget.value })}
        />
      )}
      {!cards && <ButtonsField field="layout.buttons" buttons={layout.buttons} wrong={wrong} onChange={(buttons) => onChange({ buttons })} />}
      <CardsField cards={layout.cards} wrong={wrong} onChange={(some) => onChange(some.length > 0 ? { ...ALONE, cards: some } : { cards: some })} />
    </>
  )
}

function Header({ layout, wrong, onChange }: PartsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Select
        size="sm"
        allowDeselect={false}
        label={t('templates.header')}
        error={wrong('layout.header')}
        data={HEADERS.map((value) => ({ value, label: t(`templates.headers.${value}`) }))}
        value={layout.header ?? 'none'}
        onChange={(value) => onChange({ header: value === 'none' ? null : value })}
      />
      {layout.header === 'text' && (
        <TextInput
          size="sm"
          dir="auto"
          maxLength={60}
          label={t('templates.headerText')}
          error={wrong('layout.title')}
          value={layout.title ?? ''}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
      )}
    </>
  )
}
