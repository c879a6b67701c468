import { useTranslation } from 'react-i18next'
import type { Me } from '../api/types'

export function useRoleWords() {
  const { t } = useTranslation()
  return (role: Me['user']['role']) => t(`own.role.${role}`)
}
