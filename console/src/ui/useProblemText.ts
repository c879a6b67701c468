import { useTranslation } from 'react-i18next'

interface Explained {
  code?: string
  message: string
}

/** The server's own words, which are already in the user's language; ours only where it had no chance to speak. */
export function useProblemText() {
  const { t } = useTranslation()
  return ({ code, message }: Explained) => {
    if (code === 'outdated') return t('problem.outdated')
    if (code === 'unreachable' || code === 'unfetched') return t('problem.unreachable')
    return message || t('problem.unexpected')
  }
}
