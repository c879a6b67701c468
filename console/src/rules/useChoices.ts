import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { calendarQueries } from '../api/calendars'
import { queries } from '../api/queries'
import { skillQueries } from '../api/skills'
import { COUNTRIES } from '../contacts/codes'
import { mayAnswer } from '../routing/mayAnswer'

const LANGUAGES = ['he', 'en', 'ar', 'ru', 'fr', 'es', 'am', 'de', 'it', 'pt', 'uk', 'ro', 'hu', 'pl', 'tr', 'fa', 'zh', 'hi', 'th', 'tl']

export interface Choice {
  value: string
  label: string
}

/** Everything that a rule can name, as it is called. */
export function useChoices() {
  const { i18n } = useTranslation()
  const channels = useQuery(queries.channels)
  const departments = useQuery(queries.departments)
  const users = useQuery(queries.users)
  const skills = useQuery(skillQueries.all)
  const calendars = useInfiniteQuery(calendarQueries.all)
  const named = (items: { id: string; name: string }[] | undefined): Choice[] => items?.map(({ id, name }) => ({ value: id, label: name })) ?? []
  const regions = new Intl.DisplayNames(i18n.language, { type: 'region' })
  const languageNames = new Intl.DisplayNames(i18n.language, { type: 'language' })
  return {
    channels: named(channels.data?.items),
    departments: named(departments.data?.items),
    users: named(users.data?.items.filter(({ state }) => state === 'active')),
    agents: named(users.data?.items.filter(mayAnswer)),
    skills: named(skills.data?.items),
    calendars: named(calendars.data?.pages.flatMap(({ items }) => items)),
    country: (code: string) => regions.of(code) ?? code,
    countries: COUNTRIES.map((value) => ({ value, label: regions.of(value) ?? value })),
    language: (code: string) => languageNames.of(code) ?? code,
    languages: LANGUAGES.map((value) => ({ value, label: languageNames.of(value) ?? value })),
  }
}

export type Choices = ReturnType<typeof useChoices>

export const nameOf = (choices: Choice[], id: string | null | undefined) => choices.find(({ value }) => value === id)?.label
