import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import * as calls from '../api/calls'
import type { ReplyContent } from '../api/types'

/** One file on its way to becoming part of a reply: shown at once, uploaded meanwhile. */
export function useAttachment() {
  const [file, setFile] = useState<File | null>(null)
  const [picture, setPicture] = useState<string | null>(null)
  const upload = useMutation({ mutationFn: calls.upload, onError: () => setFile(null) })
  useEffect(() => {
    if (!file?.type.startsWith('image/')) return
    const url = URL.createObjectURL(file)
    setPicture(url)
    return () => {
      setPicture(null)
      URL.revokeObjectURL(url)
    }
  }, [file])
  function attach(next: File) {
    setFile(next)
    upload.mutate(next)
  }
  function remove() {
    setFile(null)
    upload.reset()
  }
  return { file, picture, attach, remove, uploading: upload.isPending, stored: file ? upload.data : undefined }
}

export type Attachment = ReturnType<typeof useAttachment>

/** The kind as which WhatsApp shows a file; what it would not show goes as a document. */
export function kindOf(mimeType: string): Exclude<ReplyContent['type'], 'text'> {
  if (mimeType === 'image/jpeg' || mimeType === 'image/png') return 'image'
  if (mimeType === 'video/mp4' || mimeType === 'video/3gpp') return 'video'
  return mimeType.startsWith('audio/') ? 'audio' : 'document'
}
