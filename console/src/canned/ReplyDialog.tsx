import { Button, CloseButton, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import * as calls from '../api/canned'
import { queries } from '../api/queries'
import type { CannedReply, Limits } from '../api/types'
import { useChange } from '../app/useChange'
import { LANGUAGES } from '../business/languages'
import { limitOf } from '../composer/files'
import { useMe } from '../session/me'
import { FileField } from '../templates/FileField'
import { useLanguageWords } from '../templates/useLanguageWords'
import { Fields } from '../ui/Fields'
import { Loaded } from '../ui/Loaded'
import styles from './ReplyDialog.module.css'
import { TextField } from './TextField'
import { useScopes, type Scope } from './useScopes'
import { useWrong } from './useWrong'

interface Props {
  /** The one to be changed; a new one without. */
  reply?: CannedReply
  onClose: () => void
}

/** A reply is written, in each of its languages, and seen as it will be read. */
export function ReplyDialog(props: Props) {
  const { t } = useTranslation()
  const limits = useQuery(queries.limits)
  return (
    <Dialog wide title={props.reply ? t('cannedReplies.editOf', { name: props.reply.name }) : t('cannedReplies.add')} onClose={props.onClose}>
      <Loaded of={limits}>{(known) => <Form {...props} limits={known} />}</Loaded>
    </Dialog>
  )
}

interface KeptFile {
  id: string
  name: string
  mimeType: string
}

function Form({ reply, limits, onClose }: Props & { limits: Limits }) {
  const { t } = useTranslation()
  const { tenant } = useMe()
  const languageWords = useLanguageWords()
  const { scopes, departments } = useScopes()
  const [scope, setScope] = useState<Scope>(reply?.scope ?? scopes.at(-1)!)
  const [departmentId, setDepartmentId] = useState(reply?.departmentId ?? null)
  const [name, setName] = useState(reply?.name ?? '')
  const [texts, setTexts] = useState(() => {
    const kept = reply?.texts ?? []
    const usual = [tenant.language, 'en', 'he'].filter((one, at, all) => all.indexOf(one) === at && !kept.some(({ language }) => language === one))
    return [...kept, ...usual.map((language) => ({ language, body: '' }))]
  })
  const [file, setFile] = useState<KeptFile | null>(reply?.media ? { ...reply.media, name: reply.media.fileName ?? reply.media.id } : null)
  const type = file && limitOf(file.mimeType, limits)?.type
  const most = type && type !== 'audio' && type !== 'sticker' ? limits.captionCharacters : limits.textCharacters
  const wanted = { scope, departmentId: scope === 'department' ? departmentId : null, name, texts, mediaId: file?.id ?? null }
  const save = useChange({
    make: () => (reply ? calls.changeReply(reply.id, wanted) : calls.addReply(wanted)),
    touches: [calls.cannedReplies.queryKey],
    said: t('cannedReplies.saved', { name }),
    onDone: onClose,
    quiet: true,
  })
  const wrong = useWrong(save.error, most)
  const others = LANGUAGES.map((one) => one.replace('_', '-')).filter((one) => !texts.some(({ language }) => language === one))
  return (
    <Fields
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <div className={styles.pair}>
        <TextInput
          autoFocus
          size="sm"
          classNames={{ input: 'plain-words' }}
          maxLength={32}
          autoComplete="off"
          leftSection={<span aria-hidden>/</span>}
          label={t('cannedReplies.name')}
          description={t('cannedReplies.nameHint')}
          error={wrong('name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value.replace(/^\/|\s/g, ''))}
        />
        <Select
          size="sm"
          allowDeselect={false}
          label={t('cannedReplies.whose')}
          description={t(`cannedReplies.scopeHint.${scope}`)}
          data={scopes.map((value) => ({ value, label: t(`cannedReplies.scope.${value}`) }))}
          value={scope}
          onChange={(value) => value && setScope(value as Scope)}
        />
        {scope === 'department' && (
          <Select
            size="sm"
            allowDeselect={false}
            label={t('cannedReplies.scope.department')}
            error={wrong('departmentId')}
            data={departments.map(({ id, name: called }) => ({ value: id, label: called }))}
            value={departmentId}
            onChange={setDepartmentId}
          />
        )}
      </div>
      <div className={styles.languages}>
        {texts.map(({ language, body }, at) => (
          <TextField
            key={language}
            language={language}
            value={body}
            most={most}
            error={wrong(`texts[${at}].body`) ?? (at === 0 ? wrong('texts') : undefined)}
            onChange={(next) => setTexts((old) => old.map((one) => (one.language === language ? { language, body: next } : one)))}
          />
        ))}
      </div>
      <div className={styles.pair}>
        <Select
          size="sm"
          searchable
          label={t('cannedReplies.addLanguage')}
          description={t('cannedReplies.addLanguageHint')}
          data={others.map((value) => ({ value, label: languageWords(value) }))}
          value={null}
          onChange={(language) => language && setTexts((old) => [...old, { language, body: '' }])}
        />
        <div className={styles.file}>
          <FileField
            label={t('cannedReplies.file')}
            chosen={file ?? undefined}
            onChosen={(id, { name: called }, { mimeType }) => setFile({ id, name: called, mimeType })}
          />
          {file && <CloseButton aria-label={t('cannedReplies.noFile', { name: file.name })} onClick={() => setFile(null)} />}
        </div>
      </div>
      {wrong.rest && (
        <p className={styles.wrong} role="alert" dir="auto">
          {wrong.rest}
        </p>
      )}
      <Button type="submit" size="sm" className={styles.save} loading={save.isPending}>
        {t('cannedReplies.save')}
      </Button>
    </Fields>
  )
}
