import type { KeyboardEvent, PointerEvent } from 'react'
import styles from './Resizer.module.css'

interface Props {
  label: string
  width: number
  min: number
  max: number
  /** Which side of the edge grows when it is dragged towards the end of the line. */
  grows: 'start' | 'end'
  onResize: (width: number) => void
}

const STEP = 16

/** The edge between two panes, dragged or moved with the arrow keys. */
export function Resizer({ label, width, min, max, grows, onResize }: Props) {
  const sign = () => (grows === 'start' ? 1 : -1) * (document.documentElement.dir === 'rtl' ? -1 : 1)
  const resize = (next: number) => onResize(Math.min(max, Math.max(min, Math.round(next))))

  function drag(event: PointerEvent<HTMLDivElement>) {
    const edge = event.currentTarget
    const from = event.clientX
    edge.setPointerCapture(event.pointerId)
    edge.onpointermove = (move) => resize(width + sign() * (move.clientX - from))
    edge.onlostpointercapture = () => (edge.onpointermove = null)
  }

  function step(event: KeyboardEvent) {
    const by = event.key === 'ArrowRight' ? STEP : event.key === 'ArrowLeft' ? -STEP : 0
    if (by === 0) return
    event.preventDefault()
    resize(width + sign() * by)
  }

  return (
    <div
      className={styles.edge}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={step}
    />
  )
}
