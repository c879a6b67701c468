import { Button, Select, TextInput } from '@mantine/core'
import { IconBolt, IconPlus, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cannedReplies, removeReply } from '../api/canned'
import type { CannedReply } from '../api/types'
import { useChange } from '../app/useChange'
import { useLanguageWords } from '../templates/useLanguageWords'
import { ask } from '../ui/ask'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { Card, Page } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import styles from './CannedRepliesPage.module.css'
import { Filled } from './Filled'
import { filled, textIn, type Values, type Variable } from './filling'
import { found } from './finding'
import { ReplyDialog } from './ReplyDialog'
import { ScopeChip } from './ScopeChip'

const NOBODY = {} as Values
const SCOPES = ['own', 'department', 'business'] as const

/** What is kept to be sent again: one's own, and what is found by everybody or by a department. */
export function CannedRepliesPage() {
  const { t } = useTranslation()
  const replies = useQuery(cannedReplies)
  const [adding, setAdding] = useState(false)
  return (
    <Page
      title={t('cannedReplies.title')}
      lead={t('cannedReplies.lead')}
      action={
        <Button leftSection={<IconPlus size="1rem" />} onClick={() => setAdding(true)}>
          {t('cannedReplies.add')}
        </Button>
      }
    >
      <Card>
        <Loaded of={replies}>
          {({ items }) =>
            items.length === 0 ? <Empty icon={<IconBolt />} title={t('cannedReplies.empty')} hint={t('cannedReplies.emptyHint')} /> : <List replies={items} />
          }
        </Loaded>
      </Card>
      {adding && <ReplyDialog onClose={() => setAdding(false)} />}
    </Page>
  )
}

function List({ replies }: { replies: CannedReply[] }) {
  const { t } = useTranslation()
  const [words, look] = useState('')
  const [scope, choose] = useState<string | null>(null)
  const shown = found(replies, words).filter((one) => !scope || one.scope === scope)
  return (
    <>
      <search className={styles.search}>
        <TextInput
          type="search"
          className={styles.words}
          classNames={{ input: 'plain-words' }}
          aria-label={t('cannedReplies.find')}
          placeholder={t('cannedReplies.find')}
          leftSection={<IconSearch size="1rem" />}
          value={words}
          onChange={(event) => look(event.currentTarget.value)}
        />
        <Select
          clearable
          aria-label={t('cannedReplies.whose')}
          placeholder={t('cannedReplies.all')}
          data={SCOPES.map((value) => ({ value, label: t(`cannedReplies.scope.${value}`) }))}
          value={scope}
          onChange={choose}
        />
      </search>
      {shown.length === 0 ? (
        <Empty icon={<IconBolt />} title={t('cannedReplies.notFound')} hint={t('cannedReplies.notFoundHint')} />
      ) : (
        <Rows label={t('cannedReplies.title')}>
          {shown.map((reply) => (
            <ReplyRow key={reply.id} reply={reply} />
          ))}
        </Rows>
      )}
    </>
  )
}

function ReplyRow({ reply }: { reply: CannedReply }) {
  const { t, i18n } = useTranslation()
  const languageWords = useLanguageWords()
  const text = textIn(reply.texts, [i18n.language])
  const [editing, setEditing] = useState(false)
  const { name, texts, media, uses } = reply
  const remove = useChange({ make: () => removeReply(reply.id), touches: [cannedReplies.queryKey], said: t('cannedReplies.removed', { name }) })
  const start = async () => {
    const sure = { title: t('cannedReplies.removeTitle', { name }), text: t('cannedReplies.removeText'), yes: t('cannedReplies.remove'), grave: true }
    if (await ask(sure)) remove.mutate()
  }
  return (
    <Row
      icon={<IconBolt />}
      name={<bdi>/{name}</bdi>}
      chips={<ScopeChip reply={reply} />}
      facts={[
        text && (
          <span className={styles.text} lang={text.language}>
            <Filled short text={filled(text.body, NOBODY, (variable: Variable) => t(`cannedReplies.variable.${variable}`))} />
          </span>
        ),
        texts.map(({ language }) => languageWords(language)).join(' · '),
        media && <bdi>{media.fileName ?? media.mimeType}</bdi>,
        uses > 0 ? t('cannedReplies.uses', { count: uses }) : t('cannedReplies.unused'),
      ]}
    >
      {reply.changeable && (
        <>
          <Button variant="default" aria-label={t('cannedReplies.editOf', { name })} onClick={() => setEditing(true)}>
            {t('cannedReplies.edit')}
          </Button>
          <Button variant="default" aria-label={t('cannedReplies.removeOf', { name })} loading={remove.isPending} onClick={() => void start()}>
            {t('cannedReplies.remove')}
          </Button>
        </>
      )}
      {editing && <ReplyDialog reply={reply} onClose={() => setEditing(false)} />}
    </Row>
  )
}
