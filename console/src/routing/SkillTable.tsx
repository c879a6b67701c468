import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import * as calls from '../api/skills'
import { skillQueries } from '../api/skills'
import type { Skill, SkillLevel, User } from '../api/types'
import { useChange } from '../app/useChange'
import { Loaded } from '../ui/Loaded'
import { LEVELS } from './levels'
import { mayAnswer } from './mayAnswer'
import styles from './SkillTable.module.css'

/** A line for each colleague, a column for each skill; every choice is saved by itself. */
export function SkillTable({ skills }: { skills: Skill[] }) {
  const { t, i18n } = useTranslation()
  const colleagues = useQuery(queries.users)
  const levels = useQuery(skillQueries.levels)
  return (
    <Loaded of={colleagues}>
      {({ items: users }) => (
        <Loaded of={levels}>
          {({ items: known }) => (
            <div className={styles.scroller} tabIndex={0} role="region" aria-label={t('skills.who')}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('skills.agent')}</th>
                    {skills.map(({ id, name }) => (
                      <th key={id} scope="col">
                        <bdi>{name}</bdi>
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {users
                    .filter(mayAnswer)
                    .toSorted((a, b) => a.name.localeCompare(b.name, i18n.language))
                    .map((user) => (
                      <Line key={user.id} user={user} skills={skills} known={known.find(({ agentId }) => agentId === user.id)?.skills ?? []} />
                    ))}
                </tbody>
              </table>
            </div>
          )}
        </Loaded>
      )}
    </Loaded>
  )
}

function Line({ user, skills, known }: { user: User; skills: Skill[]; known: SkillLevel[] }) {
  const { t } = useTranslation()
  const save = useChange({ make: (levels: SkillLevel[]) => calls.setLevels(user.id, levels), touches: [skillQueries.levels.queryKey, ['routing']] })
  const shown = save.isPending ? save.variables : known
  const put = (skillId: string, level: number) => save.mutate([...shown.filter((one) => one.skillId !== skillId), ...(level > 0 ? [{ skillId, level }] : [])])
  return (
    <tr>
      <th scope="row">
        <bdi>{user.name}</bdi>
      </th>
      {skills.map(({ id, name }) => (
        <td key={id}>
          <NativeSelect
            size="xs"
            aria-label={t('skills.levelOf', { name: user.name, skill: name })}
            value={String(shown.find(({ skillId }) => skillId === id)?.level ?? 0)}
            data={[{ value: '0', label: t('skills.none') }, ...LEVELS.map((level) => ({ value: String(level), label: String(level) }))]}
            disabled={save.isPending}
            onChange={({ currentTarget }) => put(id, Number(currentTarget.value))}
          />
        </td>
      ))}
    </tr>
  )
}
