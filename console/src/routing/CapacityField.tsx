import { Button, TextInput } from '@mantine/core'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../api/problem'
import { queries } from '../api/queries'
import * as routing from '../api/routing'
import type { Agent } from '../api/types'
import { useChange } from '../app/useChange'
import { useProblemText } from '../ui/useProblemText'
import styles from './CapacityField.module.css'
import { LEAST, MOST, readCapacity } from './capacity'

/** How much an agent may hold at once, changed where it stands; what others change meanwhile shows until somebody begins to write. */
export function CapacityField({ agent: { id, name, capacity } }: { agent: Agent }) {
  const { t } = useTranslation()
  const text = useProblemText()
  const [written, setWritten] = useState<string>()
  const wanted = readCapacity(written ?? String(capacity))
  const save = useChange({
    make: (units: number) => routing.setCapacity(id, units),
    touches: [queries.agents.queryKey, queries.availability.queryKey],
    said: t('agents.saved', { name, capacity: wanted ?? capacity }),
    onDone: () => setWritten(undefined),
    quiet: true,
  })
  const isChanged = written !== undefined && wanted !== capacity
  const put = (words: string | undefined) => {
    save.reset()
    setWritten(words)
  }
  const giveUp = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || written === undefined) return
    event.stopPropagation()
    put(undefined)
  }
  const refusal = isProblem(save.error) ? text(save.error) : undefined
  return (
    <form
      className={styles.capacity}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted !== undefined && isChanged) save.mutate(wanted)
      }}
    >
      <TextInput
        className={styles.field}
        size="xs"
        inputMode="numeric"
        maxLength={6}
        autoComplete="off"
        aria-label={t('agents.capacityOf', { name })}
        leftSection={<span className={styles.unit}>{t('agents.capacity')}</span>}
        leftSectionWidth="4.5rem"
        leftSectionPointerEvents="none"
        value={written ?? String(capacity)}
        error={wanted === undefined ? t('agents.needCapacity', { least: LEAST, most: MOST }) : refusal}
        errorProps={{ role: 'alert' }}
        onChange={(event) => put(event.currentTarget.value)}
        onKeyDown={giveUp}
        onBlur={() => written !== undefined && !isChanged && put(undefined)}
      />
      {isChanged && (
        <Button type="submit" variant="default" loading={save.isPending} disabled={wanted === undefined}>
          {t('agents.save')}
        </Button>
      )}
    </form>
  )
}
