import { Button, Select, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TemplateLayout } from '../api/types'
import { ButtonsField } from './ButtonsField'
import styles from './TemplatesPage.module.css'

const MOST = 10
const HEADERS = ['image', 'video'] as const

const card = (header: string | null): TemplateLayout => ({
  header: header ?? 'image',
  title: null,
  body: '',
  footer: null,
  buttons: [{ type: 'quick-reply', label: '', opens: null }],
  cards: [],
})

interface Props {
  cards: TemplateLayout['cards']
  wrong: (field: string) => string | undefined
  onChange: (cards: TemplateLayout['cards']) => void
}

/** The cards of a carousel: two at least, all of them built alike. */
export function CardsField({ cards, wrong, onChange }: Props) {
  const { t } = useTranslation()
  const header = cards[0]?.header ?? null
  const change = (place: number, part: Partial<TemplateLayout>) =>
    onChange(cards.map((one, index) => (index === place ? { ...one, ...part } : one)))
  return (
    <fieldset className={styles.group}>
      <legend>{t('template.cards')}</legend>
      {cards.length > 0 && (
        <Select
          size="sm"
          allowDeselect={false}
          label={t('templates.header')}
          data={HEADERS.map((value) => ({ value, label: t(`templates.headers.${value}`) }))}
          value={header}
          onChange={(value) => onChange(cards.map((one) => ({ ...one, header: value })))}
        />
      )}
      {cards.map(({ body, buttons }, place) => {
        const number = place + 1
        return (
          <fieldset key={place} className={styles.group}>
            <legend>{t('templates.cardNumber', { number })}</legend>
            <Textarea
              size="sm"
              dir="auto"
              autosize
              maxLength={160}
              label={t('templates.body')}
              error={wrong(`layout.cards.${place}.body`)}
              value={body ?? ''}
              onChange={(event) => change(place, { body: event.currentTarget.value })}
            />
            <ButtonsField
              field={`layout.cards.${place}.buttons`}
              most={2}
              buttons={buttons}
              wrong={wrong}
              onChange={(some) => change(place, { buttons: some })}
            />
            {cards.length > 2 && (
              <div>
                <Button variant="default" onClick={() => onChange(cards.filter((_, index) => index !== place))}>
                  {t('templates.removeCard', { number })}
                </Button>
              </div>
            )}
          </fieldset>
        )
      })}
      {wrong('layout.cards') && (
        <p className={styles.note} role="alert">
          {wrong('layout.cards')}
        </p>
      )}
      <div className={styles.actions}>
        {cards.length < MOST && (
          <Button
            variant="default"
            leftSection={<IconPlus size="1rem" />}
            onClick={() => onChange(cards.length === 0 ? [card(null), card(null)] : [...cards, card(header)])}
          >
            {t(cards.length === 0 ? 'templates.addCards' : 'templates.addCard')}
          </Button>
        )}
        {cards.length > 0 && (
          <Button variant="default" onClick={() => onChange([])}>
            {t('templates.removeCards')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
