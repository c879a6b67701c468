import { Button } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as access from '../api/access'
import { queries } from '../api/queries'
import type { OpenSession } from '../api/types'
import { useChange } from '../app/useChange'
import { ask } from '../ui/ask'
import { Chip } from '../ui/Chip'
import { Loaded } from '../ui/Loaded'
import { Card, Page } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { useMomentWords } from '../ui/Time'

/** Where somebody is signed in, and the way to end what is not theirs any more. */
export function SessionsPage() {
  const { t } = useTranslation()
  const sessions = useQuery(queries.sessions)
  const others = sessions.data?.items.some((session) => !session.current)
  const endOthers = useChange({ make: access.endOtherSessions, touches: [queries.sessions.queryKey], said: t('own.sessions.othersEnded') })
  const words = { title: t('own.sessions.othersQuestion'), text: t('own.sessions.othersText'), yes: t('own.sessions.endOthers') }
  const endIfMeant = async () => (await ask(words)) && endOthers.mutate()
  return (
    <Page
      title={t('own.sessions.title')}
      lead={t('own.sessions.lead')}
      action={
        others && (
          <Button variant="default" loading={endOthers.isPending} onClick={() => void endIfMeant()}>
            {t('own.sessions.endOthers')}
          </Button>
        )
      }
    >
      <Card>
        <Loaded of={sessions}>
          {({ items }) => (
            <Rows label={t('own.sessions.title')}>
              {items.map((session) => (
                <SessionRow key={session.id} session={session} />
              ))}
            </Rows>
          )}
        </Loaded>
      </Card>
    </Page>
  )
}

const HANDHELD = ['iOS', 'Android']

function SessionRow({ session }: { session: OpenSession }) {
  const { t } = useTranslation()
  const momentWords = useMomentWords()
  const { browser, system } = session
  const end = useChange({ make: access.endSession, touches: [queries.sessions.queryKey], said: t('own.sessions.ended') })
  const name = browser && system ? t('own.sessions.device', { browser, system }) : (browser ?? system ?? t('own.sessions.unknown'))
  return (
    <Row
      icon={system && HANDHELD.includes(system) ? <IconDeviceMobile /> : <IconDeviceDesktop />}
      name={name}
      chips={session.current && <Chip tone="accent">{t('own.sessions.current')}</Chip>}
      facts={[
        session.current ? t('own.sessions.now') : t('own.sessions.seen', { time: momentWords(session.seenAt) }),
        t('own.sessions.opened', { time: momentWords(session.openedAt) }),
        session.address && t('own.sessions.address', { address: session.address }),
        session.factors.map((factor) => t(`own.factor.${factor}`)).join(' + '),
      ]}
    >
      {!session.current && (
        <Button variant="default" aria-label={t('own.sessions.endOf', { name })} loading={end.isPending} onClick={() => end.mutate(session.id)}>
          {t('own.sessions.end')}
        </Button>
      )}
    </Row>
  )
}
