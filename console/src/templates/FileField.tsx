import { Button, Input } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import * as calls from '../api/calls'
import { queries } from '../api/queries'
import type { FileView } from '../api/types'
import { useProblemText } from '../ui/useProblemText'
import type { ChosenFile } from './TemplatePreview'

interface Props {
  label: string
  /** Any that WhatsApp takes, without. */
  kind?: string
  chosen?: ChosenFile
  error?: string
  onChosen: (id: string, file: ChosenFile, stored: FileView) => void
}

/** Chooses a file and uploads it at once. */
export function FileField({ label, kind, chosen, error, onChosen }: Props) {
  const { t } = useTranslation()
  const words = useProblemText()
  const { data: limits } = useQuery(queries.limits)
  const input = useRef<HTMLInputElement>(null)
  const described = useId()
  const upload = useMutation({
    mutationFn: calls.upload,
    meta: { quiet: true },
    onSuccess: (stored, file) =>
      onChosen(stored.id, { name: file.name, picture: file.type.startsWith('image/') ? URL.createObjectURL(file) : undefined }, stored),
  })
  const accept = limits?.files.flatMap(({ type, mimeTypes }) => (kind === undefined || type === kind ? mimeTypes : [])).join()
  return (
    <Input.Wrapper label={label} error={upload.error ? words(upload.error) : error} labelElement="div">
      <Button
        variant="default"
        leftSection={<IconUpload size="1rem" />}
        loading={upload.isPending}
        aria-describedby={described}
        onClick={() => input.current?.click()}
      >
        {t(chosen ? 'template.otherFile' : 'template.chooseFile')}
      </Button>{' '}
      <bdi id={described}>{chosen?.name}</bdi>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          if (file) upload.mutate(file)
          currentTarget.value = ''
        }}
      />
    </Input.Wrapper>
  )
}
