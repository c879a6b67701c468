import { useTranslation } from 'react-i18next'

/** What to call a contact: WhatsApp tells neither name nor phone of everybody. */
export function useName() {
  const { t } = useTranslation()
  return ({ name, phone }: { name: string | null; phone: string | null }) => name ?? phone ?? t('contacts.unnamed')
}
