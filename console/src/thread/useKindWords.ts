import { useTranslation } from 'react-i18next'
import type { en } from '../i18n/en'

type Kind = keyof typeof en.kind

/** The name of a kind of content, of whatever WhatsApp may come up with next as well. */
export function useKindWords() {
  const { t, i18n } = useTranslation()
  const isKind = (kind: string): kind is Kind => i18n.exists(`kind.${kind}`)
  return (kind: string) => t(`kind.${isKind(kind) ? kind : 'unsupported'}`)
}
