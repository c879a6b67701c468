import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import { Gate } from './Gate'
import { Credentials } from './Credentials'
import { Enrolment } from './Enrolment'
import { SecondFactor } from './SecondFactor'
import { useEnter } from './useEnter'

const route = getRouteApi('/sign-in')

/** The steps from nobody to somebody; which one is next, the session says. */
export function SignInPage() {
  const { t } = useTranslation()
  const { unfinished, ended } = route.useSearch()
  const { goIn } = useEnter()
  const { data, error, isPending } = useQuery({ ...queries.session, enabled: Boolean(unfinished) })
  const standing = unfinished && !error ? data?.standing : undefined
  const isComplete = standing === 'complete'
  useEffect(() => {
    if (isComplete) void goIn()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it turns out to be so
  }, [isComplete])

  if (unfinished && (isPending || isComplete)) return null
  if (standing === 'second-factor-required')
    return (
      <Gate title={t('signIn.secondTitle')} lead={t('signIn.secondLead')}>
        <SecondFactor has={data!.secondFactors} />
      </Gate>
    )
  if (standing === 'enrolment-required')
    return (
      <Gate title={t('signIn.enrolTitle')} lead={t('signIn.enrolLead')}>
        <Enrolment />
      </Gate>
    )
  return (
    <Gate title={t('signIn.title')} lead={ended || error ? t('signIn.ended') : t('signIn.lead')}>
      <Credentials />
    </Gate>
  )
}
