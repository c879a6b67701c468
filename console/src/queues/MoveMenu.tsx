import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowsExchange, IconNotes } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { piece } from '../api/code'
import { board, type Card } from '../api/queues'
import { Mark } from '../availability/Mark'
import { useContactName } from '../contact/useContactName'
import { keyOf, nameOf, spotsFor, type Spot } from './moves'
import styles from './MoveMenu.module.css'
import { useMove } from './useMove'

const TransferDialog = piece(() => import('../routing/TransferDialog'))

/** Everything that dragging a card does, for keys and fingers; and what only words can say. */
export function MoveMenu({ card, from }: { card: Card; from: Spot }) {
  const { t } = useTranslation()
  const name = useContactName()(card.contact)
  const [noting, setNoting] = useState(false)
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('queues.move', { name })}>
            <IconArrowsExchange size="1rem" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown className={styles.menu}>
          <Choices card={card} from={from} />
          <Menu.Divider />
          <Menu.Item leftSection={<IconNotes size="1rem" />} onClick={() => setNoting(true)}>
            {t('queues.note')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {noting && (
        <Suspense>
          <TransferDialog
            conversation={{ id: card.id, assignee: from.kind === 'agent' ? { id: from.id, name: '' } : null }}
            onClose={() => setNoting(false)}
          />
        </Suspense>
      )}
    </>
  )
}

/** Asked for only while the menu is open. */
function Choices({ card, from }: { card: Card; from: Spot }) {
  const { t } = useTranslation()
  const move = useMove()
  const known = useQueryClient().getQueryData(board.queryKey)
  if (!known) return null
  const { departments, agents } = spotsFor(known, card, from)
  return (
    <>
      {departments.length > 0 && <Menu.Label>{t('queues.toDepartment')}</Menu.Label>}
      {departments.map((to) => (
        <Menu.Item key={keyOf(to)} onClick={() => void move({ card, from, to })}>
          {to.id === card.departmentId ? t('queues.back', { name: nameOf(known, to) }) : <bdi>{nameOf(known, to)}</bdi>}
        </Menu.Item>
      ))}
      {agents.length > 0 && <Menu.Label>{t('queues.toAgent')}</Menu.Label>}
      {agents.map(({ id, name, availability, used, capacity }) => (
        <Menu.Item
          key={id}
          leftSection={<Mark of={availability} />}
          rightSection={<span className={styles.load}>{t('transfers.holds', { used, capacity })}</span>}
          onClick={() => void move({ card, from, to: { kind: 'agent', id } })}
        >
          <bdi>{name}</bdi>
        </Menu.Item>
      ))}
    </>
  )
}
