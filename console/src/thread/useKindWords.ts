import { useTranslation } from 'react-i18next'
import { en } from '../i18n/en'

type Kind = keyof typeof en.kind
const isKind = (kind: string): kind is Kind => kind in en.kind

/** The name of a kind of content, of whatever WhatsApp may come up with next as well. */
export function useKindWords() {
  const { t } = useTranslation()
  return (kind: string) => t(`kind.${isKind(kind) ? kind : 'unsupported'}`)
}
