import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../account/Refusal'
import * as calls from '../api/targets'
import { targetQueries } from '../api/targets'
import type { Department, Office, ServiceTarget } from '../api/types'
import { useChange } from '../app/useChange'
import { Padded, Section } from '../ui/Page'
import { draftOf, isPromise, KINDS, PRIORITIES, targetsOf, type Draft } from './draft'
import { HoursSelect } from './HoursSelect'
import styles from './Targets.module.css'

interface Props {
  department: Department
  office: Pick<Office, 'follows' | 'calendarId' | 'open' | 'until' | 'opens'>
  targets: ServiceTarget[]
}

/** What one department promises for each priority, and the hours that it is counted in. */
export function DepartmentTargets({ department, office, targets }: Props) {
  const { t } = useTranslation()
  const { id, name } = department
  const form = useForm<Draft>({
    initialValues: draftOf(targets),
    validate: (values) => Object.fromEntries(Object.entries(values).map(([field, value]) => [field, isPromise(value) ? null : t('targets.wrong')])),
  })
  const save = useChange({
    make: () => calls.setTargets(id, targetsOf(form.values)),
    touches: [targetQueries.all.queryKey],
    said: t('targets.saved', { name }),
    onDone: () => form.resetDirty(),
    quiet: true,
  })
  return (
    <Section title={name}>
      <Padded>
        <form className={styles.form} onSubmit={form.onSubmit(() => save.mutate())} noValidate>
          <HoursSelect department={department} office={office} />
          <div className={styles.scroller} tabIndex={0} role="region" aria-label={t('targets.tableOf', { name })}>
            <table className={styles.table}>
              <caption className={styles.caption}>{t('targets.minutes')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('targets.priority')}</th>
                  {KINDS.map((kind) => (
                    <th key={kind} scope="col">
                      {t(`inbox.target.${kind}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {PRIORITIES.map((priority) => (
                  <tr key={priority}>
                    <th scope="row">{t(`skills.priority.${priority}`)}</th>
                    {KINDS.map((kind) => (
                      <td key={kind}>
                        <TextInput
                          size="sm"
                          inputMode="numeric"
                          autoComplete="off"
                          maxLength={6}
                          aria-label={t('targets.field', { kind: t(`inbox.target.${kind}`), priority: t(`skills.priority.${priority}`) })}
                          {...form.getInputProps(`${priority} ${kind}`)}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Refusal error={save.error} />
          <div>
            <Button type="submit" size="sm" loading={save.isPending} disabled={!form.isDirty()} aria-label={t('targets.saveOf', { name })}>
              {t('targets.save')}
            </Button>
          </div>
        </form>
      </Padded>
    </Section>
  )
}
