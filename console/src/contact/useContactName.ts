import { useTranslation } from 'react-i18next'
import type { Person } from '../api/types'

/** What to call somebody: WhatsApp tells neither name nor phone of everybody. */
export function useContactName() {
  const { t } = useTranslation()
  return ({ name, phone }: Pick<Person, 'name' | 'phone'>) => name ?? phone ?? t('contact.unnamed')
}
