import { useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { Conversation } from '../api/types'
import { openTo } from '../app/places'
import { useLanguageChange } from '../app/useLanguageChange'
import { useContactName } from '../contact/useContactName'
import { VIEWS, viewOf } from '../inbox/views'
import { type ActionId, actions } from '../keys/actions'
import { isPossible, perform } from '../keys/useAction'
import { useKeyName } from '../keys/useKeyName'
import { useMe, usePermissions } from '../session/me'
import { useSignOut } from '../session/useSignOut'
import { useSections } from '../settings/useSections'
import { fits } from './fits'

export interface Finding {
  id: string
  label: string
  /** Other words by which it may be looked for. */
  also?: string
  hint?: string
  keys?: string
  act: () => void
}

/** These move between things on screen; whoever is in the palette is not there. */
const MOVES = new Set<ActionId>(['next', 'previous', 'open', 'back', 'palette'])
const FEW = 6

/** What fits the words: what can be done now, where one can go, and with whom conversations are. */
export function useFindings(words: string) {
  const { t } = useTranslation()
  const people = usePeople(words.trim())
  const groups: { name: string; items: Finding[] }[] = [
    { name: t('palette.now'), items: useDeeds().filter(({ label, also = '' }) => fits(`${label} ${also}`, words)) },
    { name: t('palette.go'), items: usePages().filter(({ label }) => fits(label, words)) },
    { name: t('palette.people'), items: people.items },
  ]
  return { groups: groups.filter(({ items }) => items.length > 0), isLooking: people.isLooking }
}

function useDeeds(): Finding[] {
  const { t, i18n } = useTranslation()
  const may = usePermissions()
  const keyName = useKeyName()
  const signOut = useSignOut()
  const speak = useLanguageChange()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const own = actions
    .filter((action) => !MOVES.has(action.id) && isPossible(action.id) && (!('permission' in action) || may(action.permission)))
    .map(({ id, label }) => ({ id, label: t(label), keys: keyName(id), act: () => perform(id) }))
  const schemes = (['light', 'dark', 'auto'] as const)
    .filter((scheme) => scheme !== colorScheme)
    .map((scheme) => ({ id: `theme ${scheme}`, label: `${t('menu.theme')}: ${t(`menu.${scheme}`)}`, act: () => setColorScheme(scheme) }))
  const language = i18n.language === 'he' ? ({ tag: 'en', name: 'english' } as const) : ({ tag: 'he', name: 'hebrew' } as const)
  return [
    ...own,
    ...schemes,
    { id: 'language', label: `${t('menu.language')}: ${t(`menu.${language.name}`)}`, also: t('palette.languages'), act: () => speak.mutate(language.tag) },
    { id: 'sign-out', label: t('menu.signOut'), act: () => signOut.mutate() },
  ]
}

function usePages(): Finding[] {
  const { t } = useTranslation()
  const may = usePermissions()
  const navigate = useNavigate()
  const sections = useSections().flatMap((group) => group.sections)
  const views = may('READ_CONVERSATIONS') ? VIEWS : []
  return [
    ...views.map((view) => ({
      id: `view ${view}`,
      label: `${t('nav.inbox')}: ${t(`inbox.${view}`)}`,
      act: () => void navigate({ to: '/inbox/$view', params: { view }, search: {} }),
    })),
    ...openTo(may)
      .filter(({ under }) => under !== '/inbox')
      .map(({ under, label }) => ({ id: under, label: t(label), act: () => void navigate({ to: under }) })),
    ...sections.map(({ under, label }) => ({ id: under, label: `${t('nav.settings')}: ${t(label)}`, act: () => void navigate({ to: under }) })),
  ]
}

function usePeople(words: string) {
  const { t } = useTranslation()
  const { user } = useMe()
  const may = usePermissions()
  const nameOf = useContactName()
  const navigate = useNavigate()
  const [q] = useDebouncedValue(words, 120)
  const asks = q.length > 1 && may('READ_CONVERSATIONS')
  const { data, isFetching, isPlaceholderData } = useInfiniteQuery({ ...queries.conversations({ q }), enabled: asks, placeholderData: keepPreviousData })
  const open = (conversation: Conversation) => {
    const view = conversation.status === 'resolved' ? 'resolved' : viewOf('mine', conversation, user.id)
    void navigate({ to: '/inbox/$view/$conversationId', params: { view, conversationId: conversation.id }, search: {} })
  }
  // Those found for earlier words are not who is looked for.
  const found = asks && q === words && !isPlaceholderData ? (data?.pages[0]?.items.slice(0, FEW) ?? []) : []
  const items: Finding[] = found.map((conversation) => ({
    id: conversation.id,
    label: nameOf(conversation.contact),
    hint: t(`palette.${conversation.status}`),
    act: () => open(conversation),
  }))
  if (asks) items.push({ id: 'search', label: t('palette.search', { words }), act: () => void navigate({ to: '/search', search: { q: words } }) })
  return { isLooking: q !== words || isFetching, items }
}
