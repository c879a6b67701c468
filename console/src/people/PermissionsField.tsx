import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Permission } from '../api/types'
import { usePermissions } from '../session/me'
import { GROUPS, type Group } from './permissions'
import styles from './PermissionsField.module.css'

interface Props {
  value: Permission[]
  onChange: (permissions: Permission[]) => void
  /** Whether it is said what counts only for whoever has it everywhere. */
  divided?: boolean
}

/** Permissions in words; nobody gives what they do not have. */
export function PermissionsField({ value, onChange, divided }: Props) {
  const { t } = useTranslation()
  const may = usePermissions()
  const turn = (permission: Permission, on: boolean) =>
    onChange(on ? [...value, permission] : value.filter((one) => one !== permission))
  const groups = (Object.keys(GROUPS) as Group[]).filter((group) => GROUPS[group].some((one) => may(one) || value.includes(one)))
  return groups.map((group) => (
    <fieldset key={group} className={styles.group}>
      <legend className={styles.legend}>{t(`permission.group.${group}`)}</legend>
      {divided && group === 'business' && <p className={styles.hint}>{t('permission.everywhereOnly')}</p>}
      {GROUPS[group].map((permission) => (
        <Checkbox
          key={permission}
          size="sm"
          label={t(`permission.${permission}`)}
          checked={value.includes(permission)}
          disabled={!may(permission)}
          onChange={(event) => turn(permission, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  ))
}
