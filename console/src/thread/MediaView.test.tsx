import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import * as calls from '../api/calls'
import { queries } from '../api/queries'
import type { FileView, MediaContent, Permission } from '../api/types'
import { MediaView } from './MediaView'

const URL = '/api/v1/media/f1'

const file = (change: Partial<FileView>): FileView => ({
  id: 'f1',
  state: 'ready',
  mimeType: 'image/png',
  disguised: false,
  size: 1000,
  fileName: null,
  scan: 'not-scanned',
  examined: true,
  preview: null,
  sound: null,
  url: URL,
  ...change,
})

function show(type: MediaContent['type'], change: Partial<FileView>, permissions: Permission[] = ['ANSWER_CONVERSATIONS']) {
  const client = new QueryClient()
  client.setQueryData(queries.me.queryKey, { permissions } as never)
  return render(
    <MantineProvider>
      <QueryClientProvider client={client}>
        <MediaView content={{ type, media: file(change), voice: false }} />
      </QueryClientProvider>
    </MantineProvider>,
  )
}

const preview = { width: 640, height: 400, url: `${URL}/preview` }

it('shows a picture small, and in its shape before it is loaded', () => {
  show('image', { preview })
  const img = screen.getByRole('img')
  expect(img.getAttribute('src')).toBe(preview.url)
  expect([img.getAttribute('width'), img.getAttribute('height')]).toEqual(['640', '400'])
})

it('does not load the whole picture while the small one is being made', () => {
  const { container } = show('image', { examined: false })
  expect(container.querySelector('img')).toBeNull()
  expect(screen.getByLabelText(/preview is being made/)).toBeTruthy()
})

it('shows a sticker itself, which may move and be seen through', () => {
  show('sticker', { preview, mimeType: 'image/webp' })
  expect(screen.getByRole('img').getAttribute('src')).toBe(URL)
})

it('shows the whole picture where there is no small one', () => {
  show('image', {})
  expect(screen.getByRole('img').getAttribute('src')).toBe(URL)
})

it('shows nothing of what is not what it says, and offers it as a download', () => {
  const { container } = show('image', { disguised: true, mimeType: 'text/html' })
  expect(container.querySelector('img')).toBeNull()
  expect(screen.getByRole('link').hasAttribute('download')).toBe(true)
  expect(screen.getByText('Not what it says it is')).toBeTruthy()
})

it('has a file that failed fetched again, for who may answer', async () => {
  const again = vi.spyOn(calls, 'fetchMediaAgain').mockResolvedValue(undefined as never)
  show('video', { state: 'failed' })
  await userEvent.click(screen.getByRole('button', { name: /try again/i }))
  expect(again).toHaveBeenCalledWith('f1')
})

it('does not offer that to who may only read', () => {
  show('video', { state: 'failed' }, ['READ_CONVERSATIONS'])
  expect(screen.queryByRole('button')).toBeNull()
})

it('shows nothing of a file with a virus, and says why', () => {
  const { container } = show('document', { state: 'infected', scan: 'infected' })
  expect(container.querySelector('a, img')).toBeNull()
  expect(container.textContent).toContain('A virus was found')
})

it('says of a document that nobody has scanned it', () => {
  const { container } = show('document', { mimeType: 'application/pdf' })
  expect(container.textContent).toContain('not scanned')
})

it('tells how long and how loud a voice note is, without loading it', () => {
  const levels = Array.from({ length: 64 }, (_, n) => n * 4)
  const { container } = show('audio', { sound: { millis: 65_000, levels } })
  expect(container.querySelector('audio')?.getAttribute('preload')).toBe('none')
  expect(screen.getByText('1:05')).toBeTruthy()
  expect(container.querySelectorAll('span[style]')).toHaveLength(64)
  expect(screen.getByRole('slider', { name: 'Position in the recording' })).toBeTruthy()
})
