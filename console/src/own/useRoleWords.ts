import { useTranslation } from 'react-i18next'
import type { HeldRole, Role } from '../api/types'

const STANDARD = ['agent', 'manager', 'administrator', 'operator'] as const

/** What a role is called: the standard ones in our words, the others as the business named them. */
export function useRoleWords() {
  const { t } = useTranslation()
  return ({ role, name }: Pick<HeldRole, 'role' | 'name'>) => {
    const standard = STANDARD.find((one) => one === role)
    return standard ? t(`own.role.${standard}`) : (name ?? '')
  }
}

export const heldOf = ({ id, name }: Role): Pick<HeldRole, 'role' | 'name'> => ({ role: id, name })
