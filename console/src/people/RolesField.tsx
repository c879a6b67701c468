import { ActionIcon, Button, Checkbox, Input, MultiSelect, Select } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleQueries } from '../api/people'
import { queries } from '../api/queries'
import { heldOf, useRoleWords } from '../own/useRoleWords'
import { usePermissions } from '../session/me'
import styles from './RolesField.module.css'

export interface Held {
  role: string
  /** Nothing for everywhere. */
  departments: string[] | null
}

/** Those that have been chosen; nothing where a choice is not finished. */
export function wantedRoles(held: Held[]) {
  const chosen = held.filter(({ role }) => role)
  return chosen.length > 0 && chosen.every(({ departments }) => departments?.length !== 0) ? chosen : undefined
}

/** Which roles somebody holds, each everywhere or in some departments. */
export function RolesField({ value, error, onChange }: { value: Held[]; error?: ReactNode; onChange: (held: Held[]) => void }) {
  const { t } = useTranslation()
  const errorId = useId()
  const roleWords = useRoleWords()
  const may = usePermissions()
  const { data: roles } = useQuery(peopleQueries.roles)
  const { data: departments } = useQuery({ ...queries.departments, enabled: may('READ_CONVERSATIONS') })
  const places = (departments?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const names = (roles?.items ?? []).map((role) => ({ value: role.id, label: roleWords(heldOf(role)) }))
  const put = (index: number, change: Partial<Held>) => onChange(value.map((held, at) => (at === index ? { ...held, ...change } : held)))
  return (
    <fieldset className={styles.roles} aria-describedby={error ? errorId : undefined}>
      <legend className={styles.legend}>{t('users.roles')}</legend>
      {value.map((held, index) => (
        <div key={index} className={styles.role}>
          <Select
            className={styles.field}
            aria-label={t('users.role')}
            error={Boolean(error) && !held.role}
            data={names.filter(({ value: id }) => id === held.role || !value.some(({ role }) => role === id))}
            value={held.role || null}
            allowDeselect={false}
            placeholder={t('users.chooseRole')}
            onChange={(role) => put(index, { role: role ?? '' })}
          />
          {places.length > 0 && (
            <Checkbox
              className={styles.everywhere}
              size="xs"
              label={t('users.everywhere')}
              checked={!held.departments}
              onChange={({ currentTarget }) => put(index, { departments: currentTarget.checked ? null : [] })}
            />
          )}
          {held.departments && (
            <MultiSelect
              className={styles.field}
              aria-label={t('users.departments')}
              error={Boolean(error) && held.departments.length === 0}
              data={places}
              value={held.departments}
              placeholder={held.departments.length === 0 ? t('users.chooseDepartments') : undefined}
              onChange={(chosen) => put(index, { departments: chosen })}
            />
          )}
          {value.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('users.removeRole')}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >
              <IconX size="1rem" />
            </ActionIcon>
          )}
        </div>
      ))}
      {value.length < names.length && (
        <Button
          className={styles.add}
          variant="subtle"
          leftSection={<IconPlus size="1rem" />}
          onClick={() => onChange([...value, { role: '', departments: null }])}
        >
          {t('users.addRole')}
        </Button>
      )}
      {error && (
        <Input.Error id={errorId} role="alert">
          {error}
        </Input.Error>
      )}
    </fieldset>
  )
}
