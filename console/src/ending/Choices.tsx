import { Button } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import styles from './choices.module.css'

export interface Choice {
  id: string
  label: ReactNode
  hint?: string
  choose: () => void
}

const NUMBERED = 9

/** Things to choose one of, each with a key: the digits, on every keyboard. */
export function Choices({ label, choices, busy }: { label: string; choices: Choice[]; busy?: boolean }) {
  const list = useRef<HTMLUListElement>(null)
  // They may have come after the dialog, which then found nothing of theirs to focus.
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  const press = useEffectEvent((event: KeyboardEvent) => {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
    const writes = event.target instanceof HTMLElement && event.target.closest('input, textarea')
    if (!digit || writes || busy || event.ctrlKey || event.metaKey || event.altKey) return
    const choice = choices[Number(digit) - 1]
    if (!choice) return
    event.preventDefault()
    choice.choose()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  return (
    <ul ref={list} className={styles.choices} aria-label={label}>
      {choices.map(({ id, label: words, hint, choose }, index) => (
        <li key={id}>
          <Button fullWidth size="sm" h="auto" py="xs" variant="default" justify="flex-start" data-autofocus={index === 0 || undefined} disabled={busy} onClick={choose} styles={{ label: { inlineSize: '100%' } }}>
            <span className={styles.inner}>
              <bdi>{words}</bdi>
              {hint && <span className={styles.when}>{hint}</span>}
              {index < NUMBERED && <kbd className={styles.key}>{index + 1}</kbd>}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  )
}
