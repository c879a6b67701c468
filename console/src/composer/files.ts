import type { Limits } from '../api/types'

type Limit = Limits['files'][number]
export type FileType = Limit['type']

/** Why a file cannot be sent; too large for what it would be sent as. */
export type Refused = { why: 'empty' } | { why: 'wrongType' } | { why: 'tooLarge'; limit: Limit }

const bare = (mimeType: string) => mimeType.split(';')[0]!.trim().toLowerCase()

/** As what WhatsApp takes a file of this type. */
export const limitOf = (mimeType: string, { files }: Limits) => files.find(({ mimeTypes }) => mimeTypes.includes(bare(mimeType)))

/** What the server would refuse once it has the whole file; it looks at the bytes as well. */
export function refusalOf({ size, type }: Pick<File, 'size' | 'type'>, limits: Limits | undefined): Refused | undefined {
  if (size === 0) return { why: 'empty' }
  if (!limits) return undefined
  const limit = limitOf(type, limits)
  if (!limit) return { why: 'wrongType' }
  return size > limit.bytes ? { why: 'tooLarge', limit } : undefined
}

const FORMATS: Record<string, string> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'audio/aac': 'AAC',
  'audio/amr': 'AMR',
  'audio/mpeg': 'MP3',
  'audio/mp4': 'M4A',
  'audio/ogg': 'OGG',
  'audio/webm': 'WEBM',
  'video/mp4': 'MP4',
  'video/3gpp': '3GP',
  'image/webp': 'WebP',
  'application/pdf': 'PDF',
  'text/plain': 'TXT',
  'application/msword': 'Word',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.ms-excel': 'Excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.ms-powerpoint': 'PowerPoint',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
}

/** What people call the formats of these types, each once. */
export const formatsOf = (mimeTypes: string[]) => [...new Set(mimeTypes.map((type) => FORMATS[type] ?? type))]

/** WhatsApp counts a megabyte as programmers do. */
export const megabytesOf = (bytes: number) => Math.floor(bytes / 1024 / 1024)
