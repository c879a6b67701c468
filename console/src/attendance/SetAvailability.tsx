import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as calls from '../api/attendance'
import { queries } from '../api/queries'
import type { Agent, WantedAvailability } from '../api/types'
import { useChange } from '../app/useChange'
import { Choices } from '../availability/Choices'

/** What a manager says of somebody, such as who has forgotten to. */
export function SetAvailability({ agent }: { agent: Agent }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const { id, name } = agent
  const set = useChange({
    make: (wanted: WantedAvailability) => calls.setAvailability(id, wanted),
    touches: [queries.agents.queryKey, queries.availability.queryKey],
    said: t('attendance.set', { name }),
    onDone: () => setOpened(false),
  })
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default" aria-label={t('attendance.chooseOf', { name })} rightSection={<IconChevronDown size="1rem" />}>
          {t('attendance.choose')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Choices now={agent} pending={set.isPending ? set.variables : undefined} onChoose={set.mutate} />
      </Menu.Dropdown>
    </Menu>
  )
}
