import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Fields } from '../ui/Fields'
import { newSpan, type DayDraft } from './draft'
import { SpanFields } from './SpanFields'

const CLOSED: DayDraft = { date: '', yearly: false, name: '', spans: [] }

/** One day with hours of its own; it counts once the calendar is saved. */
export function SpecialDayDialog({ day, onSave, onClose }: { day: DayDraft | undefined; onSave: (day: DayDraft) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const [draft, put] = useState(day ?? CLOSED)
  const [tried, tryIt] = useState(false)
  const isWhole = Boolean(draft.date && draft.name.trim())
  const change = (some: Partial<DayDraft>) => put({ ...draft, ...some })
  return (
    <Dialog title={t(day ? 'calendars.editDay' : 'calendars.addDay')} onClose={onClose}>
      <Fields
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          if (isWhole) onSave(draft)
          else tryIt(true)
        }}
      >
        <TextInput
          data-autofocus
          size="sm"
          dir="auto"
          maxLength={80}
          autoComplete="off"
          label={t('calendars.name')}
          error={tried && !draft.name.trim() ? t('calendars.nameMissing') : undefined}
          value={draft.name}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
        <TextInput
          size="sm"
          type="date"
          min="2000-01-01"
          max="2199-12-31"
          label={t('calendars.date')}
          error={tried && !draft.date ? t('calendars.dateMissing') : undefined}
          value={draft.date}
          onChange={({ currentTarget }) => change({ date: currentTarget.value })}
        />
        <Checkbox label={t('calendars.yearly')} checked={draft.yearly} onChange={({ currentTarget }) => change({ yearly: currentTarget.checked })} />
        <SegmentedControl
          aria-label={t('calendars.hours')}
          value={draft.spans.length === 0 ? 'closed' : 'open'}
          onChange={(value) => change({ spans: value === 'closed' ? [] : [newSpan([])] })}
          data={[
            { value: 'closed', label: t('calendars.closed') },
            { value: 'open', label: t('calendars.otherHours') },
          ]}
        />
        {draft.spans.length > 0 && (
          <SpanFields of={draft.name || t('calendars.thatDay')} field="spans" spans={draft.spans} wrong={() => undefined} onChange={(spans) => change({ spans })} />
        )}
        <Button type="submit" size="sm">
          {t('calendars.done')}
        </Button>
      </Fields>
    </Dialog>
  )
}
