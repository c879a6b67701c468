import { Checkbox, Group, Radio, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './Broadcasts.module.css'
import type { StepProps } from './NewBroadcastPage'

/** In an hour, as a field for a local time takes it. */
const soon = () => {
  const at = new Date(Date.now() + 60 * 60 * 1000)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** At once or at a time, and when nobody is to be disturbed. */
export function WhenStep({ draft, tried, put }: StepProps) {
  const { t } = useTranslation()
  const wrong = tried && draft.isQuiet && (!draft.from || !draft.to || draft.from === draft.to)
  return (
    <div className={styles.slot}>
      <Radio.Group label={t('broadcasts.starts')} value={draft.startsAt ? 'later' : 'now'} onChange={(when) => put({ startsAt: when === 'later' ? soon() : '' })}>
        <Radio mt="xs" value="now" label={t('broadcasts.now')} />
        <Radio mt="xs" value="later" label={t('broadcasts.later')} />
      </Radio.Group>
      {draft.startsAt && (
        <TextInput
          size="sm"
          type="datetime-local"
          label={t('broadcasts.at')}
          description={t('broadcasts.yourTime', { zone: draft.timeZone })}
          value={draft.startsAt}
          onChange={({ currentTarget }) => put({ startsAt: currentTarget.value })}
        />
      )}
      <Checkbox
        mt="sm"
        label={t('broadcasts.quietUse')}
        description={t('broadcasts.quietHint')}
        checked={draft.isQuiet}
        onChange={({ currentTarget }) => put({ isQuiet: currentTarget.checked })}
      />
      {draft.isQuiet && (
        <Group grow>
          <TextInput size="sm" type="time" label={t('broadcasts.from')} value={draft.from} onChange={({ currentTarget }) => put({ from: currentTarget.value })} />
          <TextInput
            size="sm"
            type="time"
            label={t('broadcasts.until')}
            error={wrong ? t('broadcasts.quietWrong') : undefined}
            value={draft.to}
            onChange={({ currentTarget }) => put({ to: currentTarget.value })}
          />
        </Group>
      )}
    </div>
  )
}
