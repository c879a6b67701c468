import { CloseButton, Kbd, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { piece } from '../api/code'
import { useAction } from '../keys/useAction'
import { useKeyName } from '../keys/useKeyName'
import styles from './SearchBar.module.css'
import { useView } from './useInbox'

/** Menus come a moment after what they stand beside. */
const FilterMenu = piece(() => import('./FilterMenu'))
const TakeNext = piece(() => import('./TakeNext'))

export function SearchBar() {
  const { t } = useTranslation()
  const keyName = useKeyName()
  const { view, filter, navigate } = useView()
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState(filter.q ?? '')
  const find = (q: string) =>
    void navigate({ to: '.', search: (old) => ({ ...old, q: q.trim() || undefined }), replace: true })
  const findSoon = useDebouncedCallback(find, 250)
  const change = (q: string, go: (q: string) => void) => {
    setWords(q)
    go(q)
  }
  useAction('search', () => field.current?.select())
  const findAll = () => {
    findSoon.cancel()
    void navigate({ to: '/search', search: { q: words.trim() || undefined } })
  }

  return (
    <search>
      <div className={styles.bar}>
        <TextInput
          ref={field}
          className={styles.field}
          size="xs"
          classNames={{ input: 'plain-words' }}
          value={words}
          onChange={({ currentTarget }) => change(currentTarget.value, findSoon)}
          onKeyDown={({ key, nativeEvent }) => key === 'Enter' && !nativeEvent.isComposing && findAll()}
          placeholder={t('inbox.search')}
          aria-label={t('inbox.search')}
          leftSection={<IconSearch className={styles.icon} />}
          rightSection={
            words ? (
              <CloseButton size="sm" aria-label={t('inbox.clearSearch')} onClick={() => change('', find)} />
            ) : view === 'queue' ? null : (
              <Kbd className={styles.key} dir="ltr" aria-hidden>
                {keyName('search')}
              </Kbd>
            )
          }
        />
        <Suspense fallback={<span className={styles.coming} />}>
          <FilterMenu />
        </Suspense>
        <Suspense>{view === 'queue' && <TakeNext />}</Suspense>
      </div>
      {words.trim() && (
        <Link className={styles.all} to="/search" search={{ q: words.trim() }} onClick={findSoon.cancel}>
          {t('keys.searchAll')}
          <Kbd className={styles.key} dir="ltr" aria-hidden>
            {keyName('open')}
          </Kbd>
        </Link>
      )}
    </search>
  )
}
