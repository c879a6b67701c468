import { MantineProvider } from '@mantine/core'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { RecordButton } from './RecordButton'

const track = { stop: vi.fn() }
const getUserMedia = vi.fn()

/** Hears one sound, and tells it when it is stopped. */
class Recorder {
  static isTypeSupported = (type: string) => type.startsWith('audio/webm')
  state = 'inactive'
  ondataavailable = (_: { data: Blob }) => {}
  onstop = () => {}
  start() {
    this.state = 'recording'
  }
  stop() {
    this.state = 'inactive'
    this.ondataavailable({ data: new Blob(['sound']) })
    this.onstop()
  }
}

beforeEach(() => {
  getUserMedia.mockResolvedValue({ getTracks: () => [track] })
  vi.stubGlobal('MediaRecorder', Recorder)
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true })
})

afterEach(() => {
  vi.unstubAllGlobals()
  track.stop.mockClear()
})

function show() {
  const attachVoice = vi.fn<(file: File) => void>()
  const shown = render(
    <MantineProvider>
      <RecordButton attachment={{ attachVoice } as never} />
    </MantineProvider>,
  )
  return { ...shown, attachVoice }
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

it('attaches what was recorded, and leaves the microphone alone', async () => {
  const { attachVoice } = show()
  await press('Record a voice note')
  await waitFor(() => expect(screen.getByRole('timer').textContent).toMatch(/^0:0\d$/))
  await press('Stop and attach')
  const file = attachVoice.mock.calls[0]![0]
  expect([file.type, file.size]).toEqual(['audio/webm;codecs=opus', 5])
  expect(track.stop).toHaveBeenCalledOnce()
  expect(screen.queryByRole('timer')).toBeNull()
})

it('forgets what is discarded', async () => {
  const { attachVoice } = show()
  await press('Record a voice note')
  await press('Discard the recording')
  expect(attachVoice).not.toHaveBeenCalled()
  expect(track.stop).toHaveBeenCalledOnce()
})

it('forgets what is being recorded when one leaves', async () => {
  const { attachVoice, unmount } = show()
  await press('Record a voice note')
  await screen.findByRole('timer')
  unmount()
  expect(attachVoice).not.toHaveBeenCalled()
  expect(track.stop).toHaveBeenCalledOnce()
})

it('says so when the microphone is refused', async () => {
  getUserMedia.mockRejectedValue(new Error('NotAllowedError'))
  show()
  await press('Record a voice note')
  expect((await screen.findByRole('alert')).textContent).toContain('microphone')
})

it('is not there in a browser that records nothing WhatsApp takes', () => {
  vi.stubGlobal('MediaRecorder', undefined)
  expect(show().container.querySelector('button')).toBeNull()
})
