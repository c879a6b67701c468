import { Button, Group, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../account/Refusal'
import { queries } from '../api/queries'
import * as calls from '../api/skills'
import { skillQueries } from '../api/skills'
import type { Demand, Skill } from '../api/types'
import { useChange } from '../app/useChange'
import { Loaded } from '../ui/Loaded'
import styles from './DemandForm.module.css'
import { LEVELS } from './levels'

const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const
type Kind = 'required' | 'preferred'
type Asked = Record<string, { kind: Kind; level: number }>

/** How urgent a conversation is, and what it asks of whoever is to have it. */
export function DemandForm({ conversationId, demand, onClose }: { conversationId: string; demand: Demand; onClose: () => void }) {
  const { t } = useTranslation()
  const skills = useQuery(skillQueries.all)
  const [priority, setPriority] = useState(demand.priority)
  const [asked, setAsked] = useState(() => askedBy(demand))
  const named = (kind: Kind) =>
    Object.entries(asked)
      .filter(([, one]) => one.kind === kind)
      .map(([skillId, { level }]) => ({ skillId, level }))
  const save = useChange({
    make: () => calls.setDemand(conversationId, { priority, required: named('required'), preferred: named('preferred') }),
    touches: [queries.routing(conversationId).queryKey],
    onDone: onClose,
    quiet: true,
  })
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <NativeSelect
        autoFocus
        size="xs"
        label={t('skills.priorityLabel')}
        value={priority}
        data={PRIORITIES.map((one) => ({ value: one, label: t(`skills.priority.${one}`) }))}
        onChange={({ currentTarget }) => setPriority(currentTarget.value as Demand['priority'])}
      />
      <Loaded of={skills}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.hint}>{t('skills.noneYet')}</p>
          ) : (
            <div className={styles.skills}>
              {items.map((skill) => (
                <SkillChoice key={skill.id} skill={skill} asked={asked} onChange={setAsked} />
              ))}
            </div>
          )
        }
      </Loaded>
      <Refusal error={save.error} />
      <Group gap="xs" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('skills.cancel')}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {t('skills.save')}
        </Button>
      </Group>
    </form>
  )
}

function SkillChoice({ skill: { id, name }, asked, onChange }: { skill: Skill; asked: Asked; onChange: (asked: Asked) => void }) {
  const { t } = useTranslation()
  const { kind, level = 1 } = asked[id] ?? {}
  const put = (next: Kind | '', least: number) => {
    const rest = Object.fromEntries(Object.entries(asked).filter(([other]) => other !== id))
    onChange(next ? { ...rest, [id]: { kind: next, level: least } } : rest)
  }
  return (
    <div className={styles.skill}>
      <bdi className={styles.name}>{name}</bdi>
      <NativeSelect
        size="xs"
        aria-label={t('skills.asks', { skill: name })}
        value={kind ?? ''}
        data={[
          { value: '', label: t('skills.notAsked') },
          { value: 'preferred', label: t('skills.preferred') },
          { value: 'required', label: t('skills.required') },
        ]}
        onChange={({ currentTarget }) => put(currentTarget.value as Kind | '', level)}
      />
      <NativeSelect
        size="xs"
        aria-label={t('skills.leastLevel', { skill: name })}
        disabled={!kind}
        value={String(level)}
        data={LEVELS.map((one) => ({ value: String(one), label: t('skills.atLeast', { level: one }) }))}
        onChange={({ currentTarget }) => kind && put(kind, Number(currentTarget.value))}
      />
    </div>
  )
}

const askedBy = ({ required, preferred }: Demand): Asked =>
  Object.fromEntries([
    ...required.map(({ skillId, level }) => [skillId, { kind: 'required', level }]),
    ...preferred.map(({ skillId, level }) => [skillId, { kind: 'preferred', level }]),
  ])
