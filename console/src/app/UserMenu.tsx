import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { IconCheck, IconKeyboard, IconLogout } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AvailabilityChoice } from '../availability/AvailabilityChoice'
import { Mark } from '../availability/Mark'
import { useAvailability } from '../availability/useAvailability'
import { useStandingWords } from '../availability/useStandingWords'
import { useAction } from '../keys/useAction'
import { useMe } from '../session/me'
import { useSignOut } from '../session/useSignOut'
import { Face } from '../ui/Face'
import { prefer, usePreferences } from '../ui/preferences'
import { useLanguageChange } from './useLanguageChange'
import styles from './UserMenu.module.css'

export default function UserMenu({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation()
  const { user, tenant } = useMe()
  const signOut = useSignOut()
  const words = useStandingWords()
  const [opened, setOpened] = useState(false)
  const { may: answers, data: own } = useAvailability()
  useAction('availability', () => setOpened(true), answers)
  const label = own ? t('menu.openAs', { name: user.name, availability: words(own) }) : t('menu.open', { name: user.name })
  return (
    <Menu position="right-end" width={248} closeOnItemClick={false} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <UnstyledButton className={styles.target} aria-label={label}>
          <Face name={user.name} seed={user.id} />
          {own && (
            <span className={styles.mark}>
              <Mark of={own.availability} />
            </span>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <bdi className={styles.name}>{user.name}</bdi>
          {tenant && <bdi className={styles.tenant}>{tenant.name}</bdi>}
        </div>
        <Menu.Divider />
        <AvailabilityChoice />
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

function Choice({ value, chosen, lang, onChoose, children }: { value: string; chosen: boolean; lang?: string; onChoose: () => void; children: ReactNode }) {
  return (
    <Menu.RadioItem value={value} checked={chosen} lang={lang} checkIcon={<IconCheck aria-hidden size="1rem" />} onChange={onChoose}>
      {children}
    </Menu.RadioItem>
  )
}

function LanguageChoice() {
  const { t, i18n } = useTranslation()
  const speak = useLanguageChange()
  return (
    <>
      <Menu.Label>{t('menu.language')}</Menu.Label>
      <Choice value="en" lang="en" chosen={i18n.language === 'en'} onChoose={() => speak.mutate('en')}>
        {t('menu.english')}
      </Choice>
      <Choice value="he" lang="he" chosen={i18n.language === 'he'} onChoose={() => speak.mutate('he')}>
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
        <Choice key={scheme} value={scheme} chosen={colorScheme === scheme} onChoose={() => setColorScheme(scheme)}>
          {t(`menu.${scheme}`)}
        </Choice>
      ))}
    </>
  )
}

function ListChoice() {
  const { t } = useTranslation()
  const { density, keys, sound } = usePreferences()
  return (
    <>
      <Menu.Label>{t('menu.density')}</Menu.Label>
      {(['comfortable', 'compact'] as const).map((choice) => (
        <Choice key={choice} value={choice} chosen={density === choice} onChoose={() => prefer({ density: choice })}>
          {t(`menu.${choice}`)}
        </Choice>
      ))}
      <Menu.Divider />
      <Menu.CheckboxItem checked={keys} checkIcon={<IconCheck aria-hidden size="1rem" />} onChange={(on) => prefer({ keys: on })}>
        {t('menu.keys')}
      </Menu.CheckboxItem>
      <Menu.CheckboxItem checked={sound} checkIcon={<IconCheck aria-hidden size="1rem" />} onChange={(on) => prefer({ sound: on })}>
        {t('menu.sound')}
      </Menu.CheckboxItem>
    </>
  )
}
