import { Button, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import { Secret } from '../account/Secret'
import steps from '../account/Steps.module.css'
import * as people from '../api/people'
import { peopleQueries } from '../api/people'
import type { ApiToken, Permission } from '../api/types'
import { useChange } from '../app/useChange'
import { inOrder } from '../people/permissions'
import { PermissionsField } from '../people/PermissionsField'
import { ask } from '../ui/ask'
import { Chip } from '../ui/Chip'
import { serverNow } from '../ui/clock'
import { Empty } from '../ui/Empty'
import { Fields } from '../ui/Fields'
import { Loaded } from '../ui/Loaded'
import { Card, Page } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { useMomentWords } from '../ui/Time'

export function TokensPage() {
  const { t } = useTranslation()
  const tokens = useQuery(peopleQueries.tokens)
  const [adding, setAdding] = useState(false)
  const [secret, setSecret] = useState<string>()
  return (
    <Page
      title={t('tokens.title')}
      lead={t('tokens.lead')}
      action={
        <Button leftSection={<IconPlus size="1rem" />} onClick={() => setAdding(true)}>
          {t('tokens.add')}
        </Button>
      }
    >
      <Card>
        <Loaded of={tokens}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty icon={<IconKey />} title={t('tokens.empty')} hint={t('tokens.emptyHint')} />
            ) : (
              <Rows label={t('tokens.title')}>
                {items.map((token) => (
                  <TokenRow key={token.id} token={token} />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Card>
      {adding && <TokenDialog onMade={setSecret} onClose={() => setAdding(false)} />}
      {secret && (
        <Dialog title={t('tokens.secret')} sealed onClose={() => setSecret(undefined)}>
          <div className={steps.steps}>
            <p className={steps.text}>{t('tokens.secretLead')}</p>
            <Secret label={t('tokens.secret')}>{secret}</Secret>
            <Button size="sm" onClick={() => setSecret(undefined)}>
              {t('tokens.kept')}
            </Button>
          </div>
        </Dialog>
      )}
    </Page>
  )
}

function TokenRow({ token }: { token: ApiToken }) {
  const { t } = useTranslation()
  const momentWords = useMomentWords()
  const { data: users } = useQuery(peopleQueries.allUsers)
  const { name } = token
  const maker = users?.items.find(({ id }) => id === token.userId)?.name
  const over = Date.parse(token.expiresAt) < serverNow()
  const revoke = useChange({ make: people.revokeToken, touches: [peopleQueries.tokens.queryKey], said: t('tokens.revoked', { name }) })
  const words = { title: t('tokens.question', { name }), text: t('tokens.questionText'), yes: t('tokens.revoke') }
  const revokeIfMeant = async () => (await ask({ ...words, grave: true })) && revoke.mutate(token.id)
  return (
    <Row
      icon={<IconKey />}
      name={<bdi>{name}</bdi>}
      chips={over && <Chip tone="risk">{t('tokens.over')}</Chip>}
      facts={[
        maker && t('tokens.by', { name: maker }),
        token.lastUsedAt ? t('tokens.used', { time: momentWords(token.lastUsedAt) }) : t('tokens.unused'),
        over ? t('tokens.overSince', { time: momentWords(token.expiresAt) }) : t('tokens.until', { time: momentWords(token.expiresAt) }),
        inOrder(token.permissions).map((permission) => t(`permission.${permission}`)).join(' · '), // prettier-ignore
      ]}
    >
      <Button variant="default" aria-label={t('tokens.revokeOf', { name })} loading={revoke.isPending} onClick={() => void revokeIfMeant()}>
        {t('tokens.revoke')}
      </Button>
    </Row>
  )
}

const DAY = 86_400_000
const DAYS = ['7', '30', '90', '365'] as const

function TokenDialog({ onMade, onClose }: { onMade: (secret: string) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const form = useForm<{ name: string; permissions: Permission[]; days: string }>({ initialValues: { name: '', permissions: [], days: '90' } })
  const { permissions, days } = form.values
  const name = form.values.name.trim()
  const issue = useChange({
    // A moment less, so that a year from here is not more than one from the server.
    make: () => people.issueToken({ name, permissions, expiresAt: new Date(serverNow() + Number(days) * DAY - 60_000).toISOString() }),
    touches: [peopleQueries.tokens.queryKey],
    onDone: ({ secret }) => {
      onClose()
      onMade(secret)
    },
    quiet: true,
  })
  return (
    <Dialog title={t('tokens.add')} onClose={onClose}>
      <Fields onSubmit={form.onSubmit(() => issue.mutate())}>
        <TextInput
          data-autofocus
          size="sm"
          dir="auto"
          maxLength={200}
          autoComplete="off"
          label={t('tokens.name')}
          description={t('tokens.nameHint')}
          {...form.getInputProps('name')}
        />
        <PermissionsField value={permissions} onChange={(chosen) => form.setFieldValue('permissions', chosen)} />
        <Select
          size="sm"
          label={t('tokens.life')}
          data={DAYS.map((count) => ({ value: count, label: t('tokens.days', { count: Number(count) }) }))}
          allowDeselect={false}
          {...form.getInputProps('days')}
        />
        <Refusal error={issue.error} />
        <Button type="submit" size="sm" loading={issue.isPending} disabled={!name || permissions.length === 0}>
          {t('tokens.make')}
        </Button>
      </Fields>
    </Dialog>
  )
}
