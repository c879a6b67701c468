import { Button, NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as calls from '../api/rules'
import { ruleQueries } from '../api/rules'
import type { Rule } from '../api/types'
import { useChange } from '../app/useChange'
import { Padded, Section } from '../ui/Page'
import { ActionFields } from './ActionFields'
import { ConditionFields } from './ConditionFields'
import { ACTIONS, CONDITIONS, TRIGGERS, draftOf, isTimed, keyed, newAction, newCondition, termsOf, wanted, type Draft } from './draft'
import { PartList } from './PartList'
import styles from './Rules.module.css'
import { Trial } from './Trial'
import { useChoices } from './useChoices'
import { useRuleWords } from './useRuleWords'
import { useWrong } from './useWrong'

/** When … and … then …: everything of a rule, written down, tried and saved as a whole. */
export function RuleForm({ rule }: { rule: Rule | undefined }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const choices = useChoices()
  const words = useRuleWords()
  const [draft, setDraft] = useState(() => draftOf(rule))
  const trial = useMutation({ mutationFn: () => calls.tryRule(rule?.id, termsOf(draft)), meta: { quiet: true } })
  const save = useChange({
    make: () => (rule ? calls.replaceRule(rule.id, rule.version, wanted(draft)) : calls.addRule(wanted(draft))),
    touches: [ruleQueries.all.queryKey],
    said: t('rules.saved', { name: draft.name.trim() }),
    onDone: () => void navigate({ to: '/settings/rules' }),
    quiet: true,
  })
  const { wrong, rest } = useWrong(save.error ?? trial.error)
  // What was said of the one before is not said of another.
  const put = (change: Partial<Draft>) => {
    setDraft({ ...draft, ...change })
    trial.reset()
    save.reset()
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        trial.reset()
        save.mutate()
      }}
    >
      <Section title={t('rules.about')}>
        <Padded>
          <div className={styles.row}>
            <TextInput
              className={styles.grow}
              size="sm"
              dir="auto"
              maxLength={80}
              autoComplete="off"
              label={t('rules.name')}
              error={wrong('name') && t('rules.nameMissing')}
              value={draft.name}
              onChange={({ currentTarget }) => put({ name: currentTarget.value })}
            />
            <Switch size="sm" className={styles.beside} label={t('rules.on')} checked={draft.enabled} onChange={({ currentTarget }) => put({ enabled: currentTarget.checked })} />
          </div>
        </Padded>
      </Section>
      <Section title={t('rules.whenTitle')}>
        <Padded>
          <div className={styles.row}>
            <Select
              className={styles.grow}
              size="sm"
              allowDeselect={false}
              label={t('rules.trigger')}
              data={TRIGGERS.map((value) => ({ value, label: t(`rules.trigger_.${value}`) }))}
              value={draft.trigger}
              onChange={(trigger) => trigger && put({ trigger, minutes: isTimed(trigger) ? draft.minutes || 10 : '' })}
            />
            {isTimed(draft.trigger) && (
              <NumberInput
                className={styles.short}
                size="sm"
                min={1}
                max={10_080}
                allowDecimal={false}
                label={t('rules.minutes')}
                error={wrong('minutes')}
                value={draft.minutes}
                onChange={(minutes) => put({ minutes: typeof minutes === 'number' ? minutes : '' })}
              />
            )}
          </div>
        </Padded>
      </Section>
      <Section title={t('rules.ifTitle')} lead={t('rules.ifLead')}>
        <PartList
          parts={draft.conditions}
          kinds={CONDITIONS.map((value) => ({ value, label: t(`rules.condition.${value}`) }))}
          label={t('rules.ifTitle')}
          addLabel={t('rules.addCondition')}
          nameOf={(number) => t('rules.conditionNumber', { number })}
          most={10}
          wrong={(n) => wrong(`conditions[${n}]`) ?? (n === 0 ? wrong('conditions') : undefined)}
          make={(type) => keyed(newCondition(type))}
          onChange={(conditions) => put({ conditions })}
        >
          {(condition, change, name) => <ConditionFields condition={condition} choices={choices} name={name} onChange={change} />}
        </PartList>
      </Section>
      <Section title={t('rules.thenTitle')} lead={t('rules.thenLead')}>
        <PartList
          parts={draft.actions}
          kinds={ACTIONS.map((value) => ({ value, label: t(`rules.action.${value}`) }))}
          label={t('rules.thenTitle')}
          addLabel={t('rules.addAction')}
          nameOf={(number) => t('rules.actionNumber', { number })}
          most={10}
          wrong={(n) => wrong(`actions[${n}]`) ?? (n === 0 ? wrong('actions') : undefined)}
          make={(type) => keyed(newAction(type))}
          onChange={(actions) => put({ actions })}
        >
          {(action, change, name) => <ActionFields action={action} choices={choices} name={name} onChange={change} />}
        </PartList>
      </Section>
      {(rest ?? (save.error || trial.error)) && (
        <p className={styles.trouble} role="alert">
          {rest ?? t('rules.seeAbove')}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" loading={save.isPending}>
          {t('rules.save')}
        </Button>
        <Button variant="default" loading={trial.isPending} onClick={() => trial.mutate()}>
          {t('rules.try')}
        </Button>
        <Button variant="default" onClick={() => void navigate({ to: '/settings/rules' })}>
          {t('rules.cancel')}
        </Button>
      </div>
      {trial.data && <Trial trial={trial.data} conditions={draft.conditions.map(words.condition)} />}
    </form>
  )
}
