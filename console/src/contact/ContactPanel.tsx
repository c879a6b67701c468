import { ActionIcon, CopyButton, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { Conversation } from '../api/types'
import { usePermissions } from '../session/me'
import { Face } from '../ui/Face'
import { prefer, usePreferences } from '../ui/preferences'
import { Resizer } from '../ui/Resizer'
import { Moment } from '../ui/Time'
import styles from './ContactPanel.module.css'
import { ConversationFacts } from './ConversationFacts'
import { Fact, Facts } from './Facts'
import { Labels } from './Labels'
import { Marketing } from './Marketing'
import { useContactName } from './useContactName'

interface Props {
  conversation: Conversation
  beside: boolean
  onClose: () => void
}

export default function ContactPanel({ conversation, beside, onClose }: Props) {
  const { t } = useTranslation()
  const { panelWidth } = usePreferences()
  const { contact } = conversation
  const name = useContactName()(contact)
  return (
    <>
      {beside && (
        <Resizer label={t('pane.panel')} width={panelWidth} min={240} max={480} grows="end" onResize={(width) => prefer({ panelWidth: width })} />
      )}
      <aside className={styles.panel} data-beside={beside || undefined} style={{ '--panel-width': `${panelWidth}px` } as CSSProperties} aria-label={t('contact.title')}>
        <ActionIcon className={styles.close} variant="subtle" color="gray" aria-label={t('contact.close')} onClick={onClose}>
          <IconX size="1rem" />
        </ActionIcon>
        <div className={styles.who}>
          <Face name={name} seed={contact.id} size="large" />
          <h2 className={styles.name}>
            <bdi>{name}</bdi>
          </h2>
          {contact.phone && <Phone phone={contact.phone} />}
          <PageLink id={contact.id} />
        </div>
        <ContactFacts id={contact.id} language={contact.language} />
        <ConversationFacts conversation={conversation} />
        <Labels conversation={conversation} />
      </aside>
    </>
  )
}

function PageLink({ id }: { id: string }) {
  const { t } = useTranslation()
  const may = usePermissions()
  return (
    may('READ_CONTACTS') && (
      <Link className={styles.link} to="/contacts/$contactId" params={{ contactId: id }}>
        {t('contact.open')}
      </Link>
    )
  )
}

function Phone({ phone }: { phone: string }) {
  const { t } = useTranslation()
  return (
    <span className={styles.phone}>
      <bdi dir="ltr">{phone}</bdi>
      <CopyButton value={phone}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('contact.copied') : t('contact.copy')}>
            <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('contact.copy')} onClick={copy}>
              {copied ? <IconCheck size="0.875rem" /> : <IconCopy size="0.875rem" />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </span>
  )
}

function ContactFacts({ id, language }: { id: string; language: string | null }) {
  const { t, i18n } = useTranslation()
  const may = usePermissions()
  const { data } = useQuery({ ...queries.contact(id), enabled: may('READ_CONTACTS') })
  const languages = new Intl.DisplayNames(i18n.language, { type: 'language' })
  return (
    <Facts title={t('contact.title')}>
      <Fact name={t('contact.language')}>{language ? languages.of(language) : t('contact.unknown')}</Fact>
      {data?.username && (
        <Fact name={t('contact.username')}>
          <bdi>{data.username}</bdi>
        </Fact>
      )}
      <Marketing id={id} />
      {data && (
        <>
          <Fact name={t('contact.firstSeen')}>
            <Moment at={data.firstSeenAt} />
          </Fact>
          <Fact name={t('contact.lastSeen')}>
            <Moment at={data.lastSeenAt} />
          </Fact>
        </>
      )}
    </Facts>
  )
}
