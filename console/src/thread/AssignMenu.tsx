import { ActionIcon, Combobox, Tooltip, useCombobox } from '@mantine/core'
import { IconUserShare } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { Conversation } from '../api/types'
import { useConversationActions } from './useConversationActions'

const QUEUE = 'queue'

export default function AssignMenu({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const { assign, unassign } = useConversationActions(conversation)
  const combobox = useCombobox({
    onDropdownClose: () => setWords(''),
    onDropdownOpen: () => combobox.focusSearchInput(),
  })
  const { data } = useQuery({ ...queries.users, enabled: combobox.dropdownOpened })
  const found = (data?.items ?? []).filter(
    ({ id, name, role }) =>
      role !== 'operator' && id !== conversation.assignee?.id && name.toLocaleLowerCase().includes(words.toLocaleLowerCase()),
  )
  function choose(value: string) {
    if (value === QUEUE) unassign.mutate()
    else assign.mutate(value)
    combobox.closeDropdown()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={choose} width={240} position="bottom-end" withinPortal>
      <Combobox.Target withAriaAttributes={false}>
        <Tooltip label={t('thread.assign')} disabled={combobox.dropdownOpened}>
          <ActionIcon variant="default" size={30} aria-label={t('thread.assign')} aria-expanded={combobox.dropdownOpened} onClick={() => combobox.toggleDropdown()}>
            <IconUserShare size="1rem" />
          </ActionIcon>
        </Tooltip>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
          placeholder={t('thread.findColleague')}
          aria-label={t('thread.findColleague')}
        />
        <Combobox.Options aria-label={t('thread.assignTo')}>
          {conversation.assignee && <Combobox.Option value={QUEUE}>{t('thread.toQueue')}</Combobox.Option>}
          {found.map(({ id, name }) => (
            <Combobox.Option key={id} value={id}>
              <bdi>{name}</bdi>
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>{t('thread.noColleague')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
