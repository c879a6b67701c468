import { ActionIcon, Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconArrowDown, IconArrowUp, IconFlagCheck, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import * as calls from '../api/ending'
import { endingQueries } from '../api/ending'
import type { Disposition } from '../api/types'
import { useChange } from '../app/useChange'
import { ask } from '../ui/ask'
import { Empty } from '../ui/Empty'
import { Fields } from '../ui/Fields'
import { Loaded } from '../ui/Loaded'
import { Section } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'

const TOUCHES = [endingQueries.dispositions.queryKey]

/** Why conversations end, in the order in which people choose. */
export function Dispositions() {
  const { t } = useTranslation()
  const dispositions = useQuery(endingQueries.dispositions)
  const [adding, setAdding] = useState(false)
  return (
    <Section
      title={t('endings.reasons.title')}
      lead={t('endings.reasons.lead')}
      action={
        <Button leftSection={<IconPlus size="1rem" />} onClick={() => setAdding(true)}>
          {t('endings.reasons.add')}
        </Button>
      }
    >
      <Loaded of={dispositions}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={<IconFlagCheck />} title={t('endings.reasons.empty')} hint={t('endings.reasons.emptyHint')} />
          ) : (
            <Rows label={t('endings.reasons.title')}>
              {items.map((one, at) => (
                <Reason key={one.id} disposition={one} at={at} ids={items.map(({ id }) => id)} />
              ))}
            </Rows>
          )
        }
      </Loaded>
      {adding && <NameDialog onClose={() => setAdding(false)} />}
    </Section>
  )
}

function Reason({ disposition, at, ids }: { disposition: Disposition; at: number; ids: string[] }) {
  const { t } = useTranslation()
  const [renaming, setRenaming] = useState(false)
  const { id, name } = disposition
  const order = useChange({ make: calls.orderDispositions, touches: TOUCHES })
  const remove = useChange({ make: () => calls.removeDisposition(id), touches: TOUCHES, said: t('endings.reasons.removed', { name }) })
  const move = (by: number) => {
    const others = ids.filter((other) => other !== id)
    order.mutate([...others.slice(0, at + by), id, ...others.slice(at + by)])
  }
  const start = async () => {
    const sure = { title: t('endings.reasons.removeTitle', { name }), text: t('endings.reasons.removeText'), yes: t('endings.reasons.remove'), grave: true }
    if (await ask(sure)) remove.mutate()
  }
  return (
    <Row icon={<IconFlagCheck />} name={<bdi>{name}</bdi>}>
      <ActionIcon variant="default" size={30} aria-label={t('endings.reasons.up', { name })} disabled={at === 0} onClick={() => move(-1)}>
        <IconArrowUp size="1rem" />
      </ActionIcon>
      <ActionIcon variant="default" size={30} aria-label={t('endings.reasons.down', { name })} disabled={at === ids.length - 1} onClick={() => move(1)}>
        <IconArrowDown size="1rem" />
      </ActionIcon>
      <Button variant="default" aria-label={t('endings.reasons.renameOf', { name })} onClick={() => setRenaming(true)}>
        {t('endings.reasons.rename')}
      </Button>
      <Button variant="default" aria-label={t('endings.reasons.removeOf', { name })} loading={remove.isPending} onClick={() => void start()}>
        {t('endings.reasons.remove')}
      </Button>
      {renaming && <NameDialog disposition={disposition} onClose={() => setRenaming(false)} />}
    </Row>
  )
}

function NameDialog({ disposition, onClose }: { disposition?: Disposition; onClose: () => void }) {
  const { t } = useTranslation()
  const form = useForm({
    initialValues: { name: disposition?.name ?? '' },
    validate: { name: (value) => (value.trim() ? null : t('endings.reasons.needName')) },
  })
  const name = form.values.name.trim()
  const save = useChange({
    make: () => (disposition ? calls.renameDisposition(disposition.id, name) : calls.addDisposition(name)),
    touches: TOUCHES,
    said: t('endings.reasons.saved', { name }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <Dialog title={disposition ? t('endings.reasons.renameOf', { name: disposition.name }) : t('endings.reasons.add')} onClose={onClose}>
      <Fields onSubmit={form.onSubmit(() => save.mutate())}>
        <TextInput data-autofocus size="sm" dir="auto" maxLength={80} autoComplete="off" label={t('endings.reasons.name')} description={t('endings.reasons.nameHint')} {...form.getInputProps('name')} />
        <Refusal error={save.error} />
        <Button type="submit" size="sm" loading={save.isPending}>
          {t('endings.form.save')}
        </Button>
      </Fields>
    </Dialog>
  )
}
