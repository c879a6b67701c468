import { Button, CloseButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { emptyPerson, emptyRow, emptyShelf, type OfferDraft } from './draft'
import { Field } from './Field'
import styles from './OfferDialog.module.css'
import type { OfferForm } from './useForm'

type Plain = { [Name in keyof OfferDraft]: OfferDraft[Name] extends string ? Name : never }[keyof OfferDraft]

/** A field that holds words of its own. */
function useField({ draft, change, error, needs }: OfferForm) {
  const { t } = useTranslation()
  return (name: Plain, more: Partial<Parameters<typeof Field>[0]> = {}) => (
    <Field key={name} label={t(`insert.field.${name}`)} value={draft[name]} onChange={(value) => change({ [name]: value })} error={error(name)} needed={needs(name)} {...more} />
  )
}

const changed = <Item,>(all: Item[], at: number, next: Partial<Item>) => all.map((one, index) => (index === at ? { ...one, ...next } : one))
const without = <Item,>(all: Item[], at: number) => all.filter((_, index) => index !== at)

function Fault({ children }: { children: string | undefined }) {
  return children ? (
    <p className={styles.fault} role="alert">
      {children}
    </p>
  ) : null
}

function AddButton({ children, onClick }: { children: ReactNode; onClick: () => void }) {
  return (
    <div>
      <Button variant="default" size="compact-xs" leftSection={<IconPlus size="0.875rem" />} onClick={onClick}>
        {children}
      </Button>
    </div>
  )
}

export function PlaceForm({ form }: { form: OfferForm }) {
  const { t } = useTranslation()
  const field = useField(form)
  return (
    <>
      <div className={styles.pair}>
        {field('latitude', { first: true, plain: true, hint: t('insert.hint.degrees') })}
        {field('longitude', { plain: true, hint: t('insert.hint.longitude') })}
      </div>
      {field('name', { most: form.limits.nameCharacters })}
      {field('address', { most: form.limits.nameCharacters })}
    </>
  )
}

export function PeopleForm({ form: { draft, change, error, limits } }: { form: OfferForm }) {
  const { t } = useTranslation()
  const { people } = draft
  return (
    <>
      {people.map((person, at) => (
        <fieldset key={at} className={styles.part}>
          <legend>{t('insert.person', { number: at + 1 })}</legend>
          <div className={styles.line}>
            <Field label={t('insert.field.fullName')} first={at === 0} needed value={person.name} onChange={(name) => change({ people: changed(people, at, { name }) })} error={error(`people.${at}.name`)} />
            {people.length > 1 && <CloseButton className={styles.remove} aria-label={t('insert.remove')} onClick={() => change({ people: without(people, at) })} />}
          </div>
          <div className={styles.pair}>
            <Field label={t('insert.field.phone')} plain value={person.phone} onChange={(phone) => change({ people: changed(people, at, { phone }) })} error={error(`people.${at}.phone`)} />
            <Field label={t('insert.field.email')} plain value={person.email} onChange={(email) => change({ people: changed(people, at, { email }) })} error={error(`people.${at}.email`)} />
          </div>
          <Field label={t('insert.field.organization')} value={person.organization} onChange={(organization) => change({ people: changed(people, at, { organization }) })} error={error(`people.${at}.organization`)} />
        </fieldset>
      ))}
      <Fault>{error('people')}</Fault>
      {people.length < limits.people && <AddButton onClick={() => change({ people: [...people, emptyPerson] })}>{t('insert.addPerson')}</AddButton>}
    </>
  )
}

/** Words above, in and under what can be tapped. */
export function Around({ form, headed = true, children }: { form: OfferForm; headed?: boolean; children?: ReactNode }) {
  const field = useField(form)
  const { offers } = form.limits
  return (
    <>
      {headed && field('header', { most: offers.headerCharacters })}
      {field('body', { first: true, lines: true, most: offers.bodyCharacters })}
      {children}
      {field('footer', { most: offers.footerCharacters })}
    </>
  )
}

export function AskForm({ form }: { form: OfferForm }) {
  const { t } = useTranslation()
  return useField(form)('body', { first: true, lines: true, most: form.limits.offers.bodyCharacters, hint: t('insert.hint.ask') })
}

export function ButtonsForm({ form }: { form: OfferForm }) {
  const { t } = useTranslation()
  const { draft, change, error, limits } = form
  const { buttons } = draft
  return (
    <Around form={form}>
      {buttons.map((title, at) => (
        <div key={at} className={styles.line}>
          <Field
            label={t('insert.buttonNumber', { number: at + 1 })}
            most={limits.offers.buttonCharacters}
            needed={at === 0}
            value={title}
            onChange={(value) => change({ buttons: buttons.map((one, index) => (index === at ? value : one)) })}
            error={error(`buttons.${at}`)}
          />
          {buttons.length > 1 && <CloseButton className={styles.remove} aria-label={t('insert.remove')} onClick={() => change({ buttons: without(buttons, at) })} />}
        </div>
      ))}
      <Fault>{error('buttons')}</Fault>
      {buttons.length < limits.offers.buttons && <AddButton onClick={() => change({ buttons: [...buttons, ''] })}>{t('insert.addButton')}</AddButton>}
    </Around>
  )
}

export function LinkForm({ form }: { form: OfferForm }) {
  const field = useField(form)
  return (
    <Around form={form}>
      {field('button', { most: form.limits.offers.buttonCharacters })}
      {field('url', { plain: true })}
    </Around>
  )
}

export function FlowForm({ form }: { form: OfferForm }) {
  const { t } = useTranslation()
  const field = useField(form)
  return (
    <Around form={form}>
      {field('flowId', { plain: true, hint: t('insert.hint.flow') })}
      {field('button', { most: form.limits.offers.flowButtonCharacters })}
      {field('screen', { plain: true, hint: t('insert.hint.screen') })}
      {field('values', { plain: true, lines: true, hint: t('insert.hint.values') })}
    </Around>
  )
}

export function ListForm({ form }: { form: OfferForm }) {
  const { t } = useTranslation()
  const field = useField(form)
  const { draft, change, error, limits } = form
  const { sections } = draft
  const { offers } = limits
  const rowsInAll = sections.flatMap(({ rows }) => rows).length
  return (
    <Around form={form}>
      {field('button', { most: offers.buttonCharacters, hint: t('insert.hint.list') })}
      {sections.map(({ title, rows }, at) => {
        const put = (next: Partial<(typeof sections)[number]>) => change({ sections: changed(sections, at, next) })
        return (
          <fieldset key={at} className={styles.part}>
            <legend>{t('insert.section', { number: at + 1 })}</legend>
            {sections.length > 1 && (
              <div className={styles.line}>
                <Field label={t('insert.field.sectionTitle')} most={offers.sectionCharacters} value={title} onChange={(value) => put({ title: value })} error={error(`sections.${at}.title`)} />
                <CloseButton className={styles.remove} aria-label={t('insert.removeSection')} onClick={() => change({ sections: without(sections, at) })} />
              </div>
            )}
            {rows.map((row, line) => (
              <div key={line} className={styles.line}>
                <div className={styles.pair}>
                  <Field label={t('insert.row', { number: line + 1 })} needed={at === 0 && line === 0} most={offers.rowCharacters} value={row.title} onChange={(value) => put({ rows: changed(rows, line, { title: value }) })} error={error(`sections.${at}.rows.${line}.title`)} />
                  <Field label={t('insert.field.description')} most={offers.rowDescriptionCharacters} value={row.description} onChange={(description) => put({ rows: changed(rows, line, { description }) })} error={error(`sections.${at}.rows.${line}.description`)} />
                </div>
                {rows.length > 1 && <CloseButton className={styles.remove} aria-label={t('insert.remove')} onClick={() => put({ rows: without(rows, line) })} />}
              </div>
            ))}
            {rowsInAll < offers.rows && <AddButton onClick={() => put({ rows: [...rows, emptyRow] })}>{t('insert.addRow')}</AddButton>}
          </fieldset>
        )
      })}
      <Fault>{error('sections')}</Fault>
      {sections.length < offers.sections && rowsInAll < offers.rows && (
        <AddButton onClick={() => change({ sections: [...sections, { title: '', rows: [emptyRow] }] })}>{t('insert.addSection')}</AddButton>
      )}
    </Around>
  )
}

export function ProductsForm({ form }: { form: OfferForm }) {
  const { t } = useTranslation()
  const field = useField(form)
  const { draft, change, error, limits } = form
  const { shelves } = draft
  return (
    <Around form={form}>
      {field('catalogId', { plain: true, hint: t('insert.hint.catalog') })}
      {shelves.map((shelf, at) => (
        <fieldset key={at} className={styles.part}>
          <legend>{t('insert.section', { number: at + 1 })}</legend>
          {shelves.length > 1 && (
            <div className={styles.line}>
              <Field label={t('insert.field.sectionTitle')} most={limits.offers.sectionCharacters} value={shelf.title} onChange={(title) => change({ shelves: changed(shelves, at, { title }) })} error={error(`shelves.${at}.title`)} />
              <CloseButton className={styles.remove} aria-label={t('insert.removeSection')} onClick={() => change({ shelves: without(shelves, at) })} />
            </div>
          )}
          <Field label={t('insert.field.products')} needed={at === 0} hint={t('insert.hint.products')} plain lines value={shelf.products} onChange={(products) => change({ shelves: changed(shelves, at, { products }) })} error={error(`shelves.${at}.products`)} />
        </fieldset>
      ))}
      <Fault>{error('shelves')}</Fault>
      {shelves.length < limits.offers.sections && <AddButton onClick={() => change({ shelves: [...shelves, emptyShelf] })}>{t('insert.addSection')}</AddButton>}
    </Around>
  )
}

export function CatalogForm({ form }: { form: OfferForm }) {
  return <Around form={form} headed={false} />
}
