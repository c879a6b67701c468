import { useTranslation } from 'react-i18next'
import { useLanguageChange } from '../app/useLanguageChange'
import { useMe } from '../session/me'
import { LanguageChoice } from '../ui/LanguageChoice'
import { Card, Page } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { useRoleWords } from './useRoleWords'

export function ProfilePage() {
  const { t, i18n } = useTranslation()
  const { user, tenant } = useMe()
  const speak = useLanguageChange()
  const roleWords = useRoleWords()
  return (
    <Page title={t('own.profile.title')} lead={t('own.profile.lead')}>
      <Card>
        <Rows label={t('own.profile.title')}>
          <Row name={t('own.profile.name')} facts={[<bdi key="name">{user.name}</bdi>]} />
          <Row name={t('own.profile.email')} facts={[<bdi key="email">{user.email}</bdi>]} />
          <Row name={t('own.profile.role')} facts={user.roles.map((held) => `${roleWords(held)}`)} />
          {tenant && <Row name={t('own.profile.business')} facts={[<bdi key="business">{tenant.name}</bdi>]} />}
          <Row name={t('menu.language')} facts={[t('own.profile.languageHint')]}>
            <LanguageChoice value={i18n.language} onChange={(language) => speak.mutate(language)} />
          </Row>
        </Rows>
      </Card>
    </Page>
  )
}
