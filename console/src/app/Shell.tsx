import { Outlet, useMatches, useNavigate, useParams } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { piece } from '../api/code'
import { Reasons, WrapUps } from '../ending/Endings'
import { useAction, useKeyboard } from '../keys/useAction'
import { useLive } from '../live/useLive'
import { OutboxProvider } from '../outbox/OutboxProvider'
import { Asked } from '../routing/Asked'
import { useMe, usePermissions } from '../session/me'
import { PhoneDock } from '../simulator/PhoneDock'
import { asked } from '../ui/ask'
import { useStore } from '../ui/store'
import { wordedPiece } from '../ui/wordedPiece'
import { ConnectionBanner } from './ConnectionBanner'
import { NotPermitted } from './NotPermitted'
import { mayOpen } from './places'
import { Rail } from './Rail'
import styles from './Shell.module.css'

const KeysOverlay = piece(() => import('../keys/KeysOverlay'))
const Palette = wordedPiece(() => import('../palette/Palette'))
const QuestionDialog = piece(() => import('../ui/QuestionDialog'))

/** Everything a signed-in person sees: the rail, one page, and in the demo the simulated phone. */
export function Shell() {
  const { t } = useTranslation()
  const { user } = useMe()
  const may = usePermissions()
  const navigate = useNavigate()
  const { conversationId } = useParams({ strict: false })
  // What is shown, which while somebody is on the way to another page is not yet what the address says.
  const shown = useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '/' })
  const [help, setHelp] = useState(false)
  /** What had the focus when the palette was asked for. */
  const [palette, setPalette] = useState<{ before: Element | null }>()
  const everAsked = useStore(asked) !== undefined
  useKeyboard()
  useAction('help', () => setHelp(true))
  useAction('searchAll', () => void navigate({ to: '/search', search: {} }), may('READ_CONVERSATIONS') && shown !== '/search')
  useAction('palette', () => {
    const before = document.activeElement
    // What is typed before it is there must not be written elsewhere.
    if (before instanceof HTMLElement) before.blur()
    setPalette({ before })
  })

  return (
    <OutboxProvider userId={user.id}>
      {may('READ_CONVERSATIONS') && <Realtime />}
      <a className={styles.skip} href="#page">
        {t('app.skip')}
      </a>
      <div className={styles.shell} data-deep={conversationId !== undefined || undefined}>
        <Rail onHelp={() => setHelp(true)} />
        <div className={styles.body}>
          <ConnectionBanner />
          <WrapUps />
          <main id="page" className={styles.page} tabIndex={-1}>
            <Suspense>{mayOpen(shown, may) ? <Outlet /> : <NotPermitted />}</Suspense>
          </main>
        </div>
        <PhoneDock />
      </div>
      <Asked />
      <Reasons />
      <Suspense fallback={<Coming />}>{help && <KeysOverlay onClose={() => setHelp(false)} />}</Suspense>
      <Suspense fallback={<Coming />}>{palette && <Palette before={palette.before} onClose={() => setPalette(undefined)} />}</Suspense>
      <Suspense fallback={<Coming />}>{everAsked && <QuestionDialog />}</Suspense>
    </OutboxProvider>
  )
}

/** What was asked for and is being fetched: keys that are pressed meanwhile are meant for it. */
const Coming = () => <span hidden data-coming />

function Realtime() {
  useLive()
  return null
}
