import { useTranslation } from 'react-i18next'

interface Explained {
  code?: string
  message: string
}

/** The server's own words, which are already in the user's language; ours only where it had no chance to speak. */
export function useProblemText() {
  const { t } = useTranslation()
  return (error: Explained) =>
    error.code === 'unreachable' ? t('problem.unreachable') : error.message || t('problem.unexpected')
}
