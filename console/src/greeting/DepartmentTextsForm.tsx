import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as calls from '../api/greetings'
import { greetingQueries } from '../api/greetings'
import type { DepartmentTextsView } from '../api/types'
import { useChange } from '../app/useChange'
import { Padded } from '../ui/Page'
import { TextField } from './TextField'
import { draftOf, LANGUAGES, OCCASIONS, PLACES } from './texts'
import styles from './Texts.module.css'
import { useWrongText } from './useWrongText'

/** Everything that one department says by itself, saved as a whole. */
export function DepartmentTextsForm({ department, kept }: { department: string; kept: DepartmentTextsView }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(() => draftOf(kept.texts))
  const save = useChange({
    make: () => calls.putTexts(department, draft),
    touches: [greetingQueries.texts(department).queryKey],
    said: t('greetings.saved'),
    quiet: true,
  })
  const { wrong, rest } = useWrongText(save.error)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {OCCASIONS.map((occasion) => (
        <fieldset key={occasion} className={styles.occasion}>
          <legend>{t(`greetings.occasion.${occasion}`)}</legend>
          <p className={styles.hint}>{t(`greetings.hint.${occasion}`)}</p>
          <div className={styles.languages}>
            {LANGUAGES.map((language) => (
              <TextField
                key={language}
                language={language}
                value={draft[occasion][language]}
                places={PLACES[occasion]}
                samples={kept.samples[language]}
                error={wrong(`${occasion}.${language}`)}
                onChange={(text) => setDraft({ ...draft, [occasion]: { ...draft[occasion], [language]: text } })}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <Padded>
        {save.error && (
          <p className={styles.trouble} role="alert">
            {rest ?? t('greetings.seeAbove')}
          </p>
        )}
        <Button type="submit" size="sm" loading={save.isPending}>
          {t('greetings.save')}
        </Button>
      </Padded>
    </form>
  )
}
