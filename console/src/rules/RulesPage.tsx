import { Button, Switch } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconWand } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import * as calls from '../api/rules'
import { ruleQueries } from '../api/rules'
import type { Rule } from '../api/types'
import { useChange } from '../app/useChange'
import { ask } from '../ui/ask'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { Card, Page, Section } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { Moment } from '../ui/Time'
import { CallList } from './CallList'
import { moved } from './draft'
import styles from './Rules.module.css'
import { useRuleWords } from './useRuleWords'

/** What happens to conversations by itself, in its order. */
export function RulesPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const rules = useQuery(ruleQueries.all)
  return (
    <Page
      title={t('rules.title')}
      lead={t('rules.lead')}
      action={
        <Button leftSection={<IconPlus size="1rem" />} onClick={() => void navigate({ to: '/settings/rules/new' })}>
          {t('rules.add')}
        </Button>
      }
    >
      <Card>
        <Loaded of={rules}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty icon={<IconWand />} title={t('rules.empty')} hint={t('rules.emptyHint')} />
            ) : (
              <Rows label={t('rules.title')}>
                {items.map((rule) => (
                  <RuleRow key={rule.id} rule={rule} ids={items.map(({ id }) => id)} />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Card>
      <Section title={t('rules.calls')} lead={t('rules.callsLead')}>
        <CallList />
      </Section>
    </Page>
  )
}

function RuleRow({ rule, ids }: { rule: Rule; ids: string[] }) {
  const { t } = useTranslation()
  const words = useRuleWords()
  const { id, name, enabled, conditions, actions, acted, actedAt } = rule
  const touches = [ruleQueries.all.queryKey]
  const place = ids.indexOf(id) + 1
  const order = useChange({ make: (by: -1 | 1) => calls.orderRules(moved(ids, id, by)), touches, said: t('rules.moved', { name }) })
  const turn = useChange({
    make: (next: boolean) => calls.replaceRule(id, rule.version, { ...rule, enabled: next }),
    touches,
    said: t(enabled ? 'rules.turnedOff' : 'rules.turnedOn', { name }),
  })
  const remove = useChange({ make: () => calls.removeRule(id), touches, said: t('rules.removed', { name }) })
  const start = async () => {
    if (await ask({ title: t('rules.removeTitle', { name }), text: t('rules.removeText'), yes: t('rules.remove'), grave: true })) remove.mutate()
  }
  // What cannot be done any further keeps the focus of whoever has done it.
  const move = (by: -1 | 1, ends: boolean) => ({
    'aria-disabled': ends || undefined,
    'data-disabled': ends || undefined,
    onClick: () => !ends && !order.isPending && order.mutate(by),
  })
  return (
    <Row
      name={
        <Link className={styles.link} to="/settings/rules/$ruleId" params={{ ruleId: id }}>
          <bdi>{t('rules.numbered', { place, name })}</bdi>
        </Link>
      }
      chips={!enabled && <Chip>{t('rules.off')}</Chip>}
      facts={[
        words.trigger(rule.trigger, rule.minutes),
        ...conditions.map(words.condition),
        ...actions.map(words.action),
        acted > 0 && actedAt ? (
          <span key="acted">
            {t('rules.acted', { count: acted })} <Moment at={actedAt} />
          </span>
        ) : (
          t('rules.neverActed')
        ),
      ]}
    >
      <Switch size="sm" aria-label={t('rules.isOn', { name })} checked={enabled} onChange={({ currentTarget }) => turn.mutate(currentTarget.checked)} />
      <Button variant="default" aria-label={t('rules.up', { name })} {...move(-1, place === 1)}>
        <IconArrowUp size="1rem" />
      </Button>
      <Button variant="default" aria-label={t('rules.down', { name })} {...move(1, place === ids.length)}>
        <IconArrowDown size="1rem" />
      </Button>
      <Button variant="default" aria-label={t('rules.removeOf', { name })} loading={remove.isPending} onClick={() => void start()}>
        {t('rules.remove')}
      </Button>
    </Row>
  )
}
