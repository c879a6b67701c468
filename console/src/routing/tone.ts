import { preferences } from '../ui/preferences'

const NOTES = [659.3, 880]
const LENGTH = 0.14
const LOUD = 0.08

/** Two short notes, where somebody wants them and the browser lets a page be heard: before the first key or click it does not. */
export function tone() {
  if (!preferences().sound || typeof AudioContext === 'undefined') return
  const audio = new AudioContext()
  if (audio.state !== 'running') return void audio.close()
  NOTES.forEach((frequency, n) => {
    const note = audio.createOscillator()
    const loudness = audio.createGain()
    const from = audio.currentTime + n * LENGTH
    note.frequency.value = frequency
    loudness.gain.setValueAtTime(0, from)
    loudness.gain.linearRampToValueAtTime(LOUD, from + 0.02)
    loudness.gain.exponentialRampToValueAtTime(0.001, from + LENGTH)
    note.connect(loudness).connect(audio.destination)
    note.start(from)
    note.stop(from + LENGTH)
    if (n === NOTES.length - 1) note.onended = () => void audio.close()
  })
}
