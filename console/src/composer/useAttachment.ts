import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import * as calls from '../api/calls'
import type { ReplyContent } from '../api/types'

/** One file on its way to becoming part of a reply: shown at once, uploaded meanwhile. */
export function useAttachment() {
  const [attached, setAttached] = useState<{ file: File; picture: string | null } | null>(null)
  const upload = useMutation({ mutationFn: calls.upload, onError: () => setAttached(null) })
  const picture = attached?.picture ?? null
  useEffect(() => () => void (picture && URL.revokeObjectURL(picture)), [picture])
  function attach(file: File) {
    setAttached({ file, picture: file.type.startsWith('image/') ? URL.createObjectURL(file) : null })
    upload.mutate(file)
  }
  function remove() {
    setAttached(null)
    upload.reset()
  }
  const stored = attached ? upload.data : undefined
  return { file: attached?.file ?? null, picture, attach, remove, uploading: upload.isPending, stored }
}

export type Attachment = ReturnType<typeof useAttachment>

/** The kind as which WhatsApp shows a file; what it would not show goes as a document. */
export function kindOf(mimeType: string): Exclude<ReplyContent['type'], 'text'> {
  if (mimeType === 'image/jpeg' || mimeType === 'image/png') return 'image'
  if (mimeType === 'video/mp4' || mimeType === 'video/3gpp') return 'video'
  return mimeType.startsWith('audio/') ? 'audio' : 'document'
}
