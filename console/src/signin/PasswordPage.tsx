import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../account/Refusal'
import { isProblem } from '../api/problem'
import { peopleQueries } from '../api/people'
import { switchLanguage } from '../i18n'
import { AskForLink } from './AskForLink'
import { ChoosePassword } from './ChoosePassword'
import { ConfirmAddress } from './ConfirmAddress'
import { Gate } from './Gate'

/** Where a mailed link leads, with its secret behind the #; and where one is asked for. */
export function PasswordPage() {
  const { t } = useTranslation()
  const secret = useLocation().hash
  const { data: link, error } = useQuery({ ...peopleQueries.passwordLink(secret), enabled: Boolean(secret) })
  useEffect(() => {
    if (link) void switchLanguage(link.language)
  }, [link])
  if (link) {
    if (link.kind === 'address-change') return <ConfirmAddress secret={secret} link={link} />
    const { name, business } = link
    const invited = link.kind === 'invitation'
    return (
      <Gate
        title={invited ? t('signIn.welcome', { name }) : t('signIn.newPassword')}
        lead={invited ? t('signIn.welcomeLead', { business }) : t('signIn.newPasswordLead', { name, business })}
      >
        <ChoosePassword secret={secret} link={link} />
      </Gate>
    )
  }
  if (secret && !error) return null
  const isOver = isProblem(error, 'link-not-valid')
  return (
    <Gate
      title={isOver ? t('signIn.linkOver') : t('signIn.forgotTitle')}
      lead={isOver ? t('signIn.linkOverLead') : t('signIn.forgotLead')}
    >
      <Refusal error={isOver ? null : error} />
      <AskForLink />
    </Gate>
  )
}
