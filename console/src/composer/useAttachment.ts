import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import * as calls from '../api/calls'
import { isProblem } from '../api/problem'
import { queries } from '../api/queries'
import type { FileView } from '../api/types'
import { useProblemText } from '../ui/useProblemText'
import { limitOf, refusalOf } from './files'
import { useFileWords } from './useFileWords'

interface Attached {
  file: Pick<File, 'name' | 'size'>
  picture: string | null
  voice: boolean
  /** Where it has been uploaded long ago. */
  kept?: FileView
}

/** One file on its way to becoming part of a reply: refused at once where it cannot be sent, else uploaded meanwhile. */
export function useAttachment() {
  const { data: limits } = useQuery(queries.limits)
  const [attached, setAttached] = useState<Attached | null>(null)
  const [refusal, setRefusal] = useState<string>()
  const fileWords = useFileWords()
  const problemText = useProblemText()
  const upload = useMutation({
    mutationFn: calls.upload,
    meta: { quiet: true },
    onError: (error) => {
      if (!isProblem(error) || error.passing) return
      setAttached(null)
      setRefusal(problemText(error))
    },
  })
  const picture = attached?.picture ?? null
  useEffect(() => () => void (picture && URL.revokeObjectURL(picture)), [picture])

  function remove() {
    setAttached(null)
    setRefusal(undefined)
    upload.reset()
  }
  function take(file: File, voice: boolean) {
    setAttached({ file, picture: file.type.startsWith('image/') ? URL.createObjectURL(file) : null, voice })
    upload.mutate(file)
  }
  function attach([file, ...others]: File[]) {
    if (!file) return
    remove()
    const refused = refusalOf(file, limits)
    if (refused) return setRefusal(fileWords(file.name, refused, limits))
    if (others.length > 0) setRefusal(fileWords(file.name, { why: 'onlyOne' }, limits))
    take(file, false)
  }
  function attachVoice(file: File) {
    remove()
    take(file, true)
  }
  /** One that the server has, unless there is one already. */
  function attachKept(kept: FileView) {
    const name = kept.fileName ?? kept.id
    if (attached) return setRefusal(fileWords(attached.file.name, { why: 'onlyOne' }, limits))
    setAttached({ file: { name, size: kept.size ?? 0 }, picture: kept.preview?.url ?? null, voice: false, kept })
  }
  const stored = attached ? (attached.kept ?? upload.data) : undefined
  return {
    limits,
    file: attached?.file ?? null,
    picture,
    /** Why what was chosen is not, or not all, attached. */
    refusal,
    /** As what WhatsApp will show it. */
    type: stored && ((limits && limitOf(stored.mimeType, limits)?.type) ?? 'document'),
    /** Whether it was recorded here and now. */
    voice: attached?.voice ?? false,
    stored,
    uploading: upload.isPending,
    /** Why it has not been uploaded, though it may be when tried again. */
    stuck: attached && upload.error ? problemText(upload.error) : undefined,
    attach,
    attachVoice,
    attachKept,
    remove,
    retry: () => attached?.file instanceof File && upload.mutate(attached.file),
  }
}

export type Attachment = ReturnType<typeof useAttachment>
