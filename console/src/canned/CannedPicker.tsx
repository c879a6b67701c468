import { NativeSelect, TextInput } from '@mantine/core'
import { IconBolt, IconPaperclip, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { cannedReplies, countUse } from '../api/canned'
import type { CannedReply, Conversation, FileView } from '../api/types'
import { useMe } from '../session/me'
import { useLanguageWords } from '../templates/useLanguageWords'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import styles from './CannedPicker.module.css'
import { Filled } from './Filled'
import { filled, textIn, type Variable } from './filling'
import { found } from './finding'
import { ScopeChip } from './ScopeChip'

interface Props {
  conversation: Conversation
  words: string
  onLook: (words: string) => void
  onTake: (words: string, file: FileView | null) => void
  /** With what was typed, where somebody may have meant it for the contact. */
  onClose: (words?: string) => void
  /** Whoever wrote went elsewhere. */
  onGone: () => void
}

/** Canned replies to choose from while one writes, each as it would be read in this conversation. */
export default function CannedPicker(props: Props) {
  const { t } = useTranslation()
  const replies = useQuery(cannedReplies)
  const { words, onClose, onGone } = props
  return (
    <section
      className={styles.picker}
      tabIndex={-1}
      aria-label={t('cannedReplies.title')}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (document.hasFocus() && !currentTarget.contains(relatedTarget)) onGone()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose(words)
      }}
    >
      <Loaded of={replies}>{({ items }) => <Choice {...props} replies={items} />}</Loaded>
    </section>
  )
}

function Choice({ conversation, words, onLook, onTake, onClose, replies }: Props & { replies: CannedReply[] }) {
  const { t } = useTranslation()
  const { user, tenant } = useMe()
  const languageWords = useLanguageWords()
  const list = useId()
  const [at, goTo] = useState(0)
  const spoken = [...new Set(replies.flatMap(({ texts }) => texts.map(({ language }) => language)))]
  const usual = [conversation.contact.language, tenant.language]
  const [wished, wish] = useState(() => textIn(spoken.map((language) => ({ language, body: '' })), usual)?.language)
  const values = {
    'contact.name': conversation.contact.name,
    'contact.phone': conversation.contact.phone && `+${conversation.contact.phone}`,
    'agent.name': user.name,
    'business.name': tenant.name,
    'department.name': conversation.department?.name,
  }
  const told = (reply: CannedReply) =>
    filled(textIn(reply.texts, [wished, ...usual])?.body ?? '', values, (variable: Variable) => t(`cannedReplies.variable.${variable}`))
  const shown = found(replies, words)
  const active = shown[Math.min(at, shown.length - 1)]

  function take(reply: CannedReply) {
    countUse(reply.id).catch(() => {})
    onTake(told(reply), reply.media)
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Backspace' && words === '') onClose()
    else if (event.key === 'Enter' && active && !event.nativeEvent.isComposing) take(active)
    else if (step && active) goTo((shown.indexOf(active) + step + shown.length) % shown.length)
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className={styles.head}>
        <TextInput
          autoFocus
          className={styles.search}
          size="xs"
          classNames={{ input: 'plain-words' }}
          role="combobox"
          aria-expanded={shown.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={active && `${list}-${active.id}`}
          aria-label={t('cannedReplies.find')}
          placeholder={t('cannedReplies.find')}
          leftSection={<IconSearch size="1rem" />}
          value={words}
          onChange={(event) => {
            goTo(0)
            onLook(event.currentTarget.value)
          }}
          onKeyDown={onKeyDown}
        />
        {spoken.length > 1 && (
          <NativeSelect
            size="xs"
            aria-label={t('cannedReplies.language')}
            data={spoken.map((value) => ({ value, label: languageWords(value) }))}
            value={wished}
            onChange={(event) => wish(event.currentTarget.value)}
          />
        )}
      </div>
      {replies.length === 0 ? (
        <Empty icon={<IconBolt />} title={t('cannedReplies.empty')} action={<Link to="/settings/canned-replies">{t('cannedReplies.makeOne')}</Link>} />
      ) : shown.length === 0 ? (
        <Empty icon={<IconBolt />} title={t('cannedReplies.notFound')} hint={t('cannedReplies.notFoundHint')} />
      ) : (
        <div className={styles.columns}>
          <ul id={list} className={styles.list} role="listbox" aria-label={t('cannedReplies.title')}>
            {shown.map((reply) => (
              <Option key={reply.id} id={`${list}-${reply.id}`} reply={reply} text={told(reply)} active={reply === active} onTake={() => take(reply)} />
            ))}
          </ul>
          {active && (
            <div className={styles.preview} role="group" aria-label={t('cannedReplies.preview')} tabIndex={0}>
              {active.media && <Attached file={active.media} />}
              <Filled text={told(active)} />
            </div>
          )}
        </div>
      )}
    </>
  )
}

function Option({ id, reply, text, active, onTake }: { id: string; reply: CannedReply; text: string; active: boolean; onTake: () => void }) {
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (active) item.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <li ref={item} id={id} className={styles.option} role="option" aria-selected={active} onMouseDown={(event) => event.preventDefault()} onClick={onTake}>
      <span className={styles.name}>
        <bdi>/{reply.name}</bdi>
        {reply.scope !== 'business' && <ScopeChip reply={reply} />}
      </span>
      <span className={styles.text} dir="auto">
        {text || reply.media?.fileName}
      </span>
    </li>
  )
}

const Attached = ({ file }: { file: FileView }) => (
  <p className={styles.file}>
    <IconPaperclip size="1rem" aria-hidden />
    <bdi>{file.fileName ?? file.mimeType}</bdi>
  </p>
)
