import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconTemplate } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { queries } from '../api/queries'
import type { Conversation, Template } from '../api/types'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { Fields } from '../ui/Fields'
import { Loaded } from '../ui/Loaded'
import { More } from '../ui/More'
import { isComplete, type Values } from './filling'
import styles from './SendTemplate.module.css'
import { TemplatePreview, type ChosenFile } from './TemplatePreview'
import { useLanguageWords } from './useLanguageWords'
import { useSendTemplate } from './useSendTemplate'
import { ValueField } from './ValueField'

/** First a template is looked for, then its variables are filled in, and what comes of it is seen meanwhile. */
export default function SendTemplate({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const { t } = useTranslation()
  const [chosen, choose] = useState<Template>()
  return (
    <Dialog wide title={t('template.send')} onClose={onClose}>
      {chosen ? (
        <Filling conversation={conversation} template={chosen} onBack={() => choose(undefined)} onSent={onClose} />
      ) : (
        <Choice channel={conversation.channelId} onChosen={choose} />
      )}
    </Dialog>
  )
}

function Choice({ channel, onChosen }: { channel: string; onChosen: (template: Template) => void }) {
  const { t } = useTranslation()
  const languageWords = useLanguageWords()
  const [words, setWords] = useState('')
  const [q] = useDebouncedValue(words.trim() || undefined, 200)
  const templates = useInfiniteQuery(queries.templates({ channel, status: 'approved', q }))
  const list = useRef<HTMLUListElement>(null)
  return (
    <div onKeyDown={(event) => moveIn(list.current, event)}>
      <TextInput
        data-autofocus
        size="sm"
        dir="auto"
        type="search"
        label={t('template.search')}
        leftSection={<IconSearch size="1rem" />}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Loaded of={templates}>
        {({ pages }) =>
          pages[0]!.items.length === 0 ? (
            <Empty icon={<IconTemplate />} title={t(q ? 'template.notFound' : 'template.none')} hint={t(q ? 'template.notFoundHint' : 'template.noneHint')} />
          ) : (
            <>
              <ul ref={list} className={styles.list} aria-label={t('template.all')}>
                {pages.flatMap(({ items }) => items).map((template) => (
                  <li key={template.id}>
                    <button type="button" className={styles.choice} onClick={() => onChosen(template)}>
                      <span className={styles.name}>
                        <bdi>{template.name}</bdi>
                        <Chip>{languageWords(template.language)}</Chip>
                      </span>
                      <span className={styles.words} dir="auto">
                        {template.layout.body}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
              <More of={templates}>{t('template.more')}</More>
            </>
          )
        }
      </Loaded>
    </div>
  )
}

/** The arrows walk through the templates, as they do in any list to choose from. */
function moveIn(list: HTMLUListElement | null, event: KeyboardEvent) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const buttons = [...(list?.querySelectorAll('button') ?? [])]
  if (!step || buttons.length === 0) return
  event.preventDefault()
  const next = buttons.indexOf(document.activeElement as HTMLButtonElement) + step
  buttons[Math.max(0, Math.min(next, buttons.length - 1))]?.focus()
}

interface FillingProps {
  conversation: Conversation
  template: Template
  onBack: () => void
  onSent: () => void
}

function Filling({ conversation, template, onBack, onSent }: FillingProps) {
  const { t } = useTranslation()
  const sendTemplate = useSendTemplate(conversation.id)
  const [values, setValues] = useState<Values>({})
  const [files, setFiles] = useState<Record<string, ChosenFile>>({})
  const [tried, setTried] = useState(false)
  const asked = template.variables.filter(({ kind }) => kind !== 'payload' && kind !== 'flow-token')
  const give = (key: string, value: string, file?: ChosenFile) => {
    setValues((old) => ({ ...old, [key]: value }))
    if (file) setFiles((old) => ({ ...old, [value]: file }))
  }
  function send() {
    setTried(true)
    if (!isComplete(asked, values)) return
    void sendTemplate(template, values)
    onSent()
  }
  return (
    <div className={styles.columns}>
      <Fields
        id="template-values"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <strong>
          <bdi>{template.name}</bdi>
        </strong>
        {asked.length === 0 && <span>{t('template.nothingToFill')}</span>}
        {asked.map((variable, index) => (
          <ValueField
            key={variable.key}
            variable={variable}
            first={index === 0}
            value={values[variable.key] ?? ''}
            file={files[values[variable.key] ?? '']}
            tried={tried}
            onGiven={give}
          />
        ))}
      </Fields>
      <TemplatePreview layout={template.layout} values={values} files={files} />
      <div className={styles.actions}>
        <Button variant="default" onClick={onBack}>
          {t('template.back')}
        </Button>
        <Button type="submit" form="template-values" data-autofocus={asked.length === 0 || undefined}>
          {t('composer.send')}
        </Button>
      </div>
    </div>
  )
}
