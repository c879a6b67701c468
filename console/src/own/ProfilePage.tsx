import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLanguageChange } from '../app/useLanguageChange'
import { useMe } from '../session/me'
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
            <SegmentedControl
              size="xs"
              aria-label={t('menu.language')}
              value={i18n.language}
              onChange={(language) => speak.mutate(language === 'he' ? 'he' : 'en')}
              data={[
                { value: 'en', label: <span lang="en">{t('menu.english')}</span> },
                { value: 'he', label: <span lang="he">{t('menu.hebrew')}</span> },
              ]}
            />
          </Row>
        </Rows>
      </Card>
    </Page>
  )
}
