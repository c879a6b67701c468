import { useEffect, useRef, useState } from 'react'
import { serverNow } from '../ui/clock'

/** WhatsApp takes Ogg; what comes as WebM the server puts into Ogg. */
const TYPES = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus']
const BITS_A_SECOND = 24_000

/** As what this browser records voices; undefined where it does not, or not here. */
export const recordable = () =>
  typeof MediaRecorder !== 'undefined' && 'mediaDevices' in navigator
    ? TYPES.find((type) => MediaRecorder.isTypeSupported(type))
    : undefined

/** Listens to the microphone from start to stop, and leaves it alone otherwise. */
export function useRecorder(onRecorded: (sound: Blob) => void) {
  const [since, setSince] = useState<number | null>(null)
  const [refused, setRefused] = useState(false)
  const recorder = useRef<MediaRecorder | null>(null)
  const kept = useRef(false)

  async function start() {
    const type = recordable()
    setRefused(false)
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } })
      const pieces: Blob[] = []
      const one = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: BITS_A_SECOND })
      one.ondataavailable = ({ data }) => pieces.push(data)
      one.onstop = () => {
        stream.getTracks().forEach((track) => track.stop())
        setSince(null)
        if (kept.current) onRecorded(new Blob(pieces, { type }))
      }
      recorder.current = one
      one.start()
      setSince(serverNow())
    } catch {
      setRefused(true)
    }
  }
  function stop(keep: boolean) {
    kept.current = keep
    if (recorder.current?.state === 'recording') recorder.current.stop()
  }
  useEffect(
    () => () => {
      kept.current = false
      if (recorder.current?.state === 'recording') recorder.current.stop()
    },
    [],
  )
  return { since, refused, start, stop }
}
