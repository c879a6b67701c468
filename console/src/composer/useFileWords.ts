import { useTranslation } from 'react-i18next'
import type { Limits } from '../api/types'
import { formatsOf, megabytesOf, type Refused } from './files'

/** Why a file is not sent, and what would be. */
export function useFileWords() {
  const { t, i18n } = useTranslation()
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' })
  const kindWords = ({ type, mimeTypes, bytes }: Limits['files'][number]) =>
    t(`file.kind.${type}`, { formats: list.format(formatsOf(mimeTypes)), size: megabytesOf(bytes) })

  return (name: string, refused: Refused | { why: 'onlyOne' }, limits: Limits | undefined) => {
    switch (refused.why) {
      case 'empty':
        return t('file.empty', { name })
      case 'onlyOne':
        return t('file.onlyOne', { name })
      case 'tooLarge':
        return t('file.tooLarge', { name, kind: kindWords(refused.limit) })
      case 'wrongType':
        return t('file.wrongType', { name, kinds: list.format((limits?.files ?? []).map(kindWords)) })
    }
  }
}
