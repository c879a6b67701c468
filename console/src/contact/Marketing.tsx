import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { Consent } from '../api/types'
import { usePermissions } from '../session/me'
import { Moment } from '../ui/Time'
import { Fact } from './Facts'

const ConsentDialog = lazy(() => import('./ConsentDialog'))

/** Whether somebody wants marketing, where the business has it from, and the way to write down what they said. */
export function Marketing({ id }: { id: string }) {
  const { t } = useTranslation()
  const may = usePermissions()
  const [noting, note] = useState(false)
  const { data: consent } = useQuery({ ...queries.consent(id), enabled: may('READ_CONTACTS') })
  if (!consent) return null
  return (
    <Fact name={t('contact.marketing')}>
      <ConsentWords of={consent} />
      {may('EDIT_CONTACTS') && (
        <>
          {' '}
          <Button size="compact-xs" variant="default" onClick={() => note(true)}>
            {t('contact.noteConsent')}
          </Button>
        </>
      )}
      {noting && (
        <Suspense>
          <ConsentDialog id={id} consent={consent} onClose={() => note(false)} />
        </Suspense>
      )}
    </Fact>
  )
}

export function ConsentWords({ of: { marketing, at, words, by } }: { of: Omit<Consent, 'history'> }) {
  const { t } = useTranslation()
  return (
    <>
      {t(`contact.consent.${marketing}`)}
      {at && (
        <>
          {' · '}
          <Moment at={at} />
        </>
      )}
      {[words, by].filter(Boolean).map((one) => (
        <span key={one}>
          {' · '}
          <bdi>{one}</bdi>
        </span>
      ))}
    </>
  )
}
