import { Button, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as calls from '../api/greetings'
import { greetingQueries } from '../api/greetings'
import type { GreetingSetting } from '../api/types'
import { useChange } from '../app/useChange'
import { Fields } from '../ui/Fields'
import { useWrongText } from './useWrongText'

const number = (written: string) => (/^\d+$/.test(written.trim()) ? Number(written) : 0)

/** What contacts can write to ask or to give up, and how often the same is said. */
export function SettingForm({ kept }: { kept: GreetingSetting }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(kept.askWords)
  const [ending, setEnding] = useState(kept.giveUpWords)
  const [hours, setHours] = useState(String(kept.greetAgainHours))
  const [minutes, setMinutes] = useState(String(kept.askAgainMinutes))
  const save = useChange({
    make: () => calls.putSetting({ askWords: asking, giveUpWords: ending, greetAgainHours: number(hours), askAgainMinutes: number(minutes) }),
    touches: [greetingQueries.setting.queryKey],
    said: t('greetings.saved'),
    quiet: true,
  })
  const { wrong, rest } = useWrongText(save.error)
  const words = { size: 'sm', dir: 'auto', maxTags: 20, acceptValueOnBlur: true, comboboxProps: { disabled: true } } as const
  const times = { size: 'sm', inputMode: 'numeric', autoComplete: 'off', maxLength: 4 } as const
  return (
    <Fields
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <TagsInput {...words} label={t('greetings.askWords')} description={t('greetings.askWordsHint')} error={wrong('askWords')} value={asking} onChange={setAsking} />
      <TagsInput
        {...words}
        label={t('greetings.giveUpWords')}
        description={t('greetings.giveUpWordsHint')}
        error={wrong('giveUpWords')}
        value={ending}
        onChange={setEnding}
      />
      <TextInput
        {...times}
        label={t('greetings.greetAgain')}
        description={t('greetings.greetAgainHint')}
        error={wrong('greetAgainHours')}
        value={hours}
        onChange={({ currentTarget }) => setHours(currentTarget.value)}
      />
      <TextInput
        {...times}
        label={t('greetings.askAgain')}
        description={t('greetings.askAgainHint')}
        error={wrong('askAgainMinutes')}
        value={minutes}
        onChange={({ currentTarget }) => setMinutes(currentTarget.value)}
      />
      {rest && <p role="alert">{rest}</p>}
      <Button type="submit" size="sm" loading={save.isPending}>
        {t('greetings.save')}
      </Button>
    </Fields>
  )
}
