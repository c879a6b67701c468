import { Button, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconRefresh, IconSearch, IconTemplate } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import * as templates from '../api/templates'
import type { Template, TemplateAccount } from '../api/types'
import { useChange } from '../app/useChange'
import { usePermissions } from '../session/me'
import { useLanguageWords } from '../templates/useLanguageWords'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { More } from '../ui/More'
import { Card, Page } from '../ui/Page'
import { Rows } from '../ui/Rows'
import { useMomentWords } from '../ui/Time'
import { TemplateDialog } from './TemplateDialog'
import { TemplateRow } from './TemplateRow'
import styles from './TemplatesPage.module.css'

const STATUSES = ['approved', 'pending', 'rejected', 'paused', 'disabled'] as const
const CATEGORIES = ['marketing', 'utility', 'authentication'] as const

/** The message templates of the business: how they stand with Meta, and what can be done with them. */
export function TemplatesPage() {
  const { t } = useTranslation()
  const manages = usePermissions()('MANAGE_CHANNELS')
  const [filter, setFilter] = useState<templates.TemplateFilter>({})
  const [words, setWords] = useState('')
  const [q] = useDebouncedValue(words.trim() || undefined, 250)
  const [edited, edit] = useState<Template | 'new'>()
  const found = useInfiniteQuery(queries.templates({ ...filter, q }))
  const accounts = useQuery({ ...queries.templateAccounts, enabled: manages })
  const narrowed = Boolean(q) || Object.values(filter).some(Boolean)
  const hasAccounts = (accounts.data?.items.length ?? 0) > 0
  const none = !manages || hasAccounts ? ['templates.empty', 'templates.emptyHint'] as const : ['templates.noAccount', 'templates.noAccountHint'] as const // prettier-ignore
  return (
    <Page title={t('templates.title')} lead={t('templates.lead')} action={manages && <Actions accounts={accounts.data?.items ?? []} onNew={() => edit('new')} />}>
      <Filters filter={filter} onFilter={setFilter} words={words} onWords={setWords} />
      <Card>
        <Loaded of={found}>
          {({ pages }) =>
            pages[0]!.items.length === 0 ? (
              <Empty
                icon={<IconTemplate />}
                title={t(narrowed ? 'templates.nothing' : none[0])}
                hint={t(narrowed ? 'templates.nothingHint' : none[1])}
              />
            ) : (
              <Rows label={t('templates.title')}>
                {pages.flatMap(({ items }) => items).map((template) => (
                  <TemplateRow key={template.id} template={template} manages={manages} onEdit={() => edit(template)} />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Card>
      <More of={found}>{t('templates.more')}</More>
      {edited && (
        <TemplateDialog accounts={accounts.data?.items ?? []} template={edited === 'new' ? undefined : edited} onClose={() => edit(undefined)} />
      )}
    </Page>
  )
}

function Actions({ accounts, onNew }: { accounts: TemplateAccount[]; onNew: () => void }) {
  const { t } = useTranslation()
  const moment = useMomentWords()
  const sync = useChange({ make: () => templates.sync(), touches: [queries.templateAccounts.queryKey], said: t('templates.syncing') })
  const last = accounts.map(({ syncedAt }) => syncedAt).filter((one) => one !== null).sort()[0] // prettier-ignore
  const failed = accounts.find(({ failedAt }) => failedAt)
  return (
    <div className={styles.actions}>
      {accounts.length > 0 && (
        <>
          <Button variant="default" leftSection={<IconRefresh size="1rem" />} loading={sync.isPending} onClick={() => sync.mutate()}>
            {t('templates.sync')}
          </Button>
          <Button leftSection={<IconPlus size="1rem" />} onClick={onNew}>
            {t('templates.add')}
          </Button>
        </>
      )}
      {(last || failed) && (
        <p className={styles.note} role="status">
          {failed ? t('templates.notSynced', { reason: failed.failure ?? '' }) : t('templates.synced', { time: moment(last!) })}
        </p>
      )}
    </div>
  )
}

interface FiltersProps {
  filter: templates.TemplateFilter
  onFilter: (filter: templates.TemplateFilter) => void
  words: string
  onWords: (words: string) => void
}

function Filters({ filter, onFilter, words, onWords }: FiltersProps) {
  const { t } = useTranslation()
  const languageWords = useLanguageWords()
  const { data: languages } = useQuery(queries.templateLanguages)
  const select = (field: 'status' | 'category' | 'language', data: { value: string; label: string }[]) => (
    <Select
      size="sm"
      clearable
      label={t(`templates.${field}`)}
      placeholder={t('templates.any')}
      data={data}
      value={filter[field] ?? null}
      onChange={(value) => onFilter({ ...filter, [field]: value ?? undefined })}
    />
  )
  return (
    <div className={styles.filters} role="search">
      <TextInput
        className={styles.search}
        size="sm"
        type="search"
        dir="auto"
        label={t('template.search')}
        leftSection={<IconSearch size="1rem" />}
        value={words}
        onChange={(event) => onWords(event.currentTarget.value)}
      />
      {select('status', STATUSES.map((value) => ({ value, label: t(`templates.statuses.${value}`) })))}
      {select('category', CATEGORIES.map((value) => ({ value, label: t(`templates.categories.${value}`) })))}
      {select('language', (languages?.items ?? []).map((value) => ({ value, label: languageWords(value) })))}
    </div>
  )
}
