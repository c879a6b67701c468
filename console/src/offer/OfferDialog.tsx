import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { queries } from '../api/queries'
import type { Limits, ReplyContent } from '../api/types'
import { Bubble } from '../thread/Bubble'
import { ContentView } from '../thread/ContentView'
import { Loaded } from '../ui/Loaded'
import { contentOf } from './content'
import { keepDraft } from './draft'
import { AskForm, ButtonsForm, CatalogForm, FlowForm, LinkForm, ListForm, PeopleForm, PlaceForm, ProductsForm } from './forms'
import type { OfferKind } from './kinds'
import styles from './OfferDialog.module.css'
import { isBlank, shownAs } from './shown'
import { useForm, type OfferForm } from './useForm'

const FORMS: Record<OfferKind, ComponentType<{ form: OfferForm }>> = {
  location: PlaceForm,
  contacts: PeopleForm,
  buttons: ButtonsForm,
  list: ListForm,
  link: LinkForm,
  'location-request': AskForm,
  'contact-request': AskForm,
  flow: FlowForm,
  products: ProductsForm,
  catalog: CatalogForm,
}

interface Props {
  conversationId: string
  kind: OfferKind
  onSend: (content: ReplyContent) => void
  onClose: () => void
}

/** Something is put together, with how it will look; what was begun is there the next time. */
export default function OfferDialog(props: Props) {
  const { t } = useTranslation()
  const limits = useQuery(queries.limits)
  return (
    <Dialog title={t(`insert.kind.${props.kind}`)} onClose={props.onClose}>
      <Loaded of={limits}>{(known) => <Fields {...props} limits={known} />}</Loaded>
    </Dialog>
  )
}

function Fields({ conversationId, kind, limits, onSend, onClose }: Props & { limits: Limits }) {
  const { t } = useTranslation()
  const form = useForm(conversationId, kind, limits)
  const Form = FORMS[kind]
  const content = contentOf(kind, form.draft)
  const shown = shownAs(content)
  function send() {
    if (!form.check()) return
    keepDraft(conversationId, kind, null)
    onSend(content)
    onClose()
  }
  return (
    <form
      className={styles.fields}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Form form={form} />
      {shown && (
        <section className={styles.preview} aria-label={t('insert.preview')}>
          <p className={styles.caption}>{t('insert.preview')}</p>
          {isBlank(content) ? (
            <p className={styles.nothing}>{t('template.nothingYet')}</p>
          ) : (
            <Bubble look="outbound" stacked>
              <ContentView content={shown} />
            </Bubble>
          )}
        </section>
      )}
      <div className={styles.actions}>
        <Button variant="default" size="sm" onClick={onClose}>
          {t('question.cancel')}
        </Button>
        <Button type="submit" size="sm">
          {t('composer.send')}
        </Button>
      </div>
    </form>
  )
}
