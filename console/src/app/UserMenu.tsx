import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { IconCheck, IconKeyboard, IconLogout } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../session/me'
import { useSignOut } from '../session/useSignOut'
import { Face } from '../ui/Face'
import { prefer, usePreferences } from '../ui/preferences'
import { useLanguageChange } from './useLanguageChange'
import styles from './UserMenu.module.css'

export function UserMenu({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation()
  const { user, tenant } = useMe()
  const signOut = useSignOut()
  return (
    <Menu position="right-end" width={232} closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton className={styles.target} aria-label={t('menu.open', { name: user.name })}>
          <Face name={user.name} seed={user.id} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <bdi className={styles.name}>{user.name}</bdi>
          {tenant && <bdi className={styles.tenant}>{tenant.name}</bdi>}
        </div>
        <Menu.Divider />
        <LanguageChoice />
        <Menu.Divider />
        <ThemeChoice />
        <Menu.Divider />
        <ListChoice />
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size="1rem" />} closeMenuOnClick onClick={onHelp}>
          {t('menu.showKeys')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size="1rem" />} closeMenuOnClick onClick={() => signOut.mutate()}>
          {t('menu.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Choice({ chosen, lang, onChoose, children }: { chosen: boolean; lang?: string; onChoose: () => void; children: ReactNode }) {
  return (
    <Menu.Item
      role="menuitemradio"
      aria-checked={chosen}
      lang={lang}
      onClick={onChoose}
      rightSection={chosen ? <IconCheck aria-hidden size="1rem" /> : null}
    >
      {children}
    </Menu.Item>
  )
}

function LanguageChoice() {
  const { t, i18n } = useTranslation()
  const speak = useLanguageChange()
  return (
    <>
      <Menu.Label>{t('menu.language')}</Menu.Label>
      <Choice lang="en" chosen={i18n.language === 'en'} onChoose={() => speak.mutate('en')}>
        {t('menu.english')}
      </Choice>
      <Choice lang="he" chosen={i18n.language === 'he'} onChoose={() => speak.mutate('he')}>
        {t('menu.hebrew')}
      </Choice>
    </>
  )
}

function ThemeChoice() {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <>
      <Menu.Label>{t('menu.theme')}</Menu.Label>
      {(['light', 'dark', 'auto'] as const).map((scheme) => (
        <Choice key={scheme} chosen={colorScheme === scheme} onChoose={() => setColorScheme(scheme)}>
          {t(`menu.${scheme}`)}
        </Choice>
      ))}
    </>
  )
}

function ListChoice() {
  const { t } = useTranslation()
  const { density, keys } = usePreferences()
  return (
    <>
      <Menu.Label>{t('menu.density')}</Menu.Label>
      {(['comfortable', 'compact'] as const).map((choice) => (
        <Choice key={choice} chosen={density === choice} onChoose={() => prefer({ density: choice })}>
          {t(`menu.${choice}`)}
        </Choice>
      ))}
      <Menu.Divider />
      <Menu.Item
        role="menuitemcheckbox"
        aria-checked={keys}
        onClick={() => prefer({ keys: !keys })}
        rightSection={keys ? <IconCheck aria-hidden size="1rem" /> : null}
      >
        {t('menu.keys')}
      </Menu.Item>
    </>
  )
}
