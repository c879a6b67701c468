import { CloseButton, Kbd, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '../keys/useAction'
import { useKeyName } from '../keys/useKeyName'
import { Empty } from '../ui/Empty'
import { Card, Page } from '../ui/Page'
import { Filters } from './Filters'
import type { Search } from './filter'
import { Results } from './Results'
import styles from './Search.module.css'

const route = getRouteApi('/shell/search')

/** Everything that somebody may see, found by its words. */
export function SearchPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const put = (change: Search) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })
  return (
    <Page title={t('search.title')}>
      <Field words={search.q ?? ''} onWords={(q) => put({ q: q.trim() ? q : undefined })} />
      <Filters search={search} onChange={put} />
      {search.q ? (
        <Results search={{ ...search, q: search.q }} onClear={() => void navigate({ search: { q: search.q }, replace: true })} />
      ) : (
        <Card>
          <Empty icon={<IconSearch />} title={t('search.empty')} hint={<Hints />} />
        </Card>
      )}
    </Page>
  )
}

/** What is typed is searched when somebody pauses; what is said by hand, at once. */
function Field({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  const { t } = useTranslation()
  const keyName = useKeyName()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(words)
  const [known, setKnown] = useState(words)
  // Whoever comes here anew, as from the palette, looks for something else.
  if (words !== known) {
    setKnown(words)
    if (words.trim() !== typed.trim()) setTyped(words)
  }
  const soon = useDebouncedCallback(onWords, 300)
  useAction('search', () => field.current?.select())
  useAction('searchAll', () => field.current?.select())
  const begins = useRef(!words)
  useEffect(() => {
    // Whoever comes back to results wants to go on among them.
    if (begins.current) field.current?.focus()
  }, [])
  return (
    <form
      role="search"
      aria-label={t('search.title')}
      onSubmit={(event) => {
        event.preventDefault()
        soon.cancel()
        onWords(typed)
      }}
    >
      <TextInput
        ref={field}
        size="md"
        maxLength={200}
        classNames={{ input: 'plain-words' }}
        dir="auto"
        aria-label={t('search.words')}
        placeholder={t('search.placeholder')}
        leftSection={<IconSearch size="1.125rem" />}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value)
          soon(currentTarget.value)
        }}
        rightSection={
          typed ? (
            <CloseButton
              aria-label={t('search.clear')}
              onClick={() => {
                setTyped('')
                soon.cancel()
                onWords('')
                field.current?.focus()
              }}
            />
          ) : (
            <Kbd className={styles.key} dir="ltr" aria-hidden>
              {keyName('search')}
            </Kbd>
          )
        }
      />
    </form>
  )
}

const HINTS = ['words', 'phone', 'id', 'prefix'] as const

function Hints() {
  const { t } = useTranslation()
  return (
    <>
      {HINTS.map((hint) => (
        <span key={hint} className={styles.hint}>
          {t(`search.hint.${hint}`)}
        </span>
      ))}
    </>
  )
}
