import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconSchool } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import * as calls from '../api/skills'
import { skillQueries } from '../api/skills'
import type { Skill } from '../api/types'
import { useChange } from '../app/useChange'
import { ask } from '../ui/ask'
import { Empty } from '../ui/Empty'
import { Fields } from '../ui/Fields'
import { Loaded } from '../ui/Loaded'
import { Card, Page, Section } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { SkillTable } from './SkillTable'

/** What conversations can ask of agents, and who knows it how well. */
export function SkillsPage() {
  const { t } = useTranslation()
  const skills = useQuery(skillQueries.all)
  const [adding, setAdding] = useState(false)
  return (
    <Page
      title={t('skills.title')}
      lead={t('skills.lead')}
      action={
        <Button leftSection={<IconPlus size="1rem" />} onClick={() => setAdding(true)}>
          {t('skills.add')}
        </Button>
      }
    >
      <Loaded of={skills}>
        {({ items }) =>
          items.length === 0 ? (
            <Card>
              <Empty icon={<IconSchool />} title={t('skills.empty')} hint={t('skills.emptyHint')} />
            </Card>
          ) : (
            <>
              <Card>
                <Rows label={t('skills.title')}>
                  {items.map((skill) => (
                    <SkillRow key={skill.id} skill={skill} />
                  ))}
                </Rows>
              </Card>
              <Section title={t('skills.who')} lead={t('skills.whoLead')}>
                <SkillTable skills={items} />
              </Section>
            </>
          )
        }
      </Loaded>
      {adding && <NameDialog onClose={() => setAdding(false)} />}
    </Page>
  )
}

function SkillRow({ skill }: { skill: Skill }) {
  const { t } = useTranslation()
  const [renaming, setRenaming] = useState(false)
  const { id, name } = skill
  const remove = useChange({ make: () => calls.removeSkill(id), touches: [skillQueries.all.queryKey, ['routing']], said: t('skills.removed', { name }) })
  const start = async () => {
    if (await ask({ title: t('skills.removeTitle', { name }), text: t('skills.removeText'), yes: t('skills.remove'), grave: true })) remove.mutate()
  }
  return (
    <Row icon={<IconSchool />} name={<bdi>{name}</bdi>}>
      <Button variant="default" aria-label={t('skills.renameOf', { name })} onClick={() => setRenaming(true)}>
        {t('skills.rename')}
      </Button>
      <Button variant="default" aria-label={t('skills.removeOf', { name })} loading={remove.isPending} onClick={() => void start()}>
        {t('skills.remove')}
      </Button>
      {renaming && <NameDialog skill={skill} onClose={() => setRenaming(false)} />}
    </Row>
  )
}

function NameDialog({ skill, onClose }: { skill?: Skill; onClose: () => void }) {
  const { t } = useTranslation()
  const form = useForm({
    initialValues: { name: skill?.name ?? '' },
    validate: { name: (value) => (value.trim() ? null : t('skills.needName')) },
  })
  const name = form.values.name.trim()
  const save = useChange({
    make: () => (skill ? calls.renameSkill(skill.id, name) : calls.addSkill(name)),
    touches: [skillQueries.all.queryKey],
    said: t('skills.saved', { name }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <Dialog title={skill ? t('skills.renameOf', { name: skill.name }) : t('skills.add')} onClose={onClose}>
      <Fields onSubmit={form.onSubmit(() => save.mutate())}>
        <TextInput
          data-autofocus
          size="sm"
          dir="auto"
          maxLength={100}
          autoComplete="off"
          label={t('skills.name')}
          description={t('skills.nameHint')}
          {...form.getInputProps('name')}
        />
        <Refusal error={save.error} />
        <Button type="submit" size="sm" loading={save.isPending}>
          {t('skills.save')}
        </Button>
      </Fields>
    </Dialog>
  )
}
