import { VisuallyHidden } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { idOf } from '../api/timeline'
import type { TimelineItem } from '../api/types'
import { useKindWords } from './useKindWords'

/** Says new words of the contact to those who cannot see them arrive; history is never read out again. */
export function Announcer({ items }: { items: TimelineItem[] }) {
  const { t } = useTranslation()
  const kindWords = useKindWords()
  const region = useRef<HTMLDivElement>(null)
  const latest = items.at(-1)
  const said = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (!latest) return
    const known = said.current
    said.current = idOf(latest)
    if (known === undefined || known === said.current) return
    if (latest.kind !== 'message' || latest.message.direction !== 'inbound') return
    const { author, content } = latest.message
    const text = content.type === 'text' ? content.body : kindWords(content.type)
    if (region.current) region.current.textContent = t('thread.announced', { name: author.name ?? '', text })
  }, [latest, t, kindWords])
  return <VisuallyHidden ref={region} aria-live="polite" />
}
