import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Secret } from '../account/Secret'
import * as calls from '../api/rules'
import { ruleQueries } from '../api/rules'
import type { WebhookCall } from '../api/types'
import { useChange } from '../app/useChange'
import { ask } from '../ui/ask'
import { Chip } from '../ui/Chip'
import { Loaded } from '../ui/Loaded'
import { More } from '../ui/More'
import { Row, Rows } from '../ui/Rows'
import { Moment } from '../ui/Time'
import styles from './Rules.module.css'

const TONES = { waiting: 'plain', taken: 'done', dead: 'risk' } as const

/** What rules told other servers, whether that arrived, and what it is signed with. */
export function CallList() {
  const { t } = useTranslation()
  const told = useInfiniteQuery(ruleQueries.calls)
  return (
    <>
      <Loaded of={told}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          return items.length === 0 ? (
            <p className={`${styles.hint} ${styles.first}`}>{t('rules.noCalls')}</p>
          ) : (
            <Rows label={t('rules.calls')}>
              {items.map((call) => (
                <CallRow key={call.id} call={call} />
              ))}
            </Rows>
          )
        }}
      </Loaded>
      <More of={told}>{t('rules.moreCalls')}</More>
      <SigningSecret />
    </>
  )
}

function CallRow({ call: { id, url, rule, state, attempts, outcome, at } }: { call: WebhookCall }) {
  const { t } = useTranslation()
  const retry = useChange({ make: () => calls.retryCall(id), touches: [ruleQueries.calls.queryKey], said: t('rules.retried') })
  return (
    <Row
      name={<bdi dir="ltr">{url}</bdi>}
      chips={<Chip tone={TONES[state]}>{t(`rules.state.${state}`)}</Chip>}
      facts={[
        <bdi key="rule">{rule ?? t('rules.gone')}</bdi>,
        <Moment key="at" at={at} />,
        attempts > 0 && t('rules.attempts', { count: attempts }),
        outcome && (outcome === 'no-answer' || outcome === 'not-allowed' ? t(`rules.outcome.${outcome}`) : t('rules.answered', { status: outcome })),
      ]}
    >
      {state === 'dead' && (
        <Button variant="default" aria-label={t('rules.retryOf', { address: url })} loading={retry.isPending} onClick={() => retry.mutate()}>
          {t('rules.retry')}
        </Button>
      )}
    </Row>
  )
}

function SigningSecret() {
  const { t } = useTranslation()
  const secret = useQuery(ruleQueries.secret)
  const [shown, setShown] = useState<string>()
  const renew = useChange({ make: calls.renewSecret, touches: [ruleQueries.secret.queryKey], onDone: (fresh) => setShown(fresh.secret) })
  const start = async () => {
    if (await ask({ title: t('rules.renewTitle'), text: t('rules.renewText'), yes: t('rules.renew'), grave: true })) renew.mutate()
  }
  return (
    <div className={`${styles.row} ${styles.add}`}>
      <p className={`${styles.hint} ${styles.grow}`}>
        {t('rules.signed')} {secret.data?.renewedAt && <Moment at={secret.data.renewedAt} />}
      </p>
      <Button variant="default" loading={renew.isPending} onClick={() => void start()}>
        {t('rules.renew')}
      </Button>
      {shown && (
        <Dialog title={t('rules.secret')} sealed onClose={() => setShown(undefined)}>
          <p className={styles.hint}>{t('rules.secretOnce')}</p>
          <Secret label={t('rules.secret')}>{shown}</Secret>
          <Button size="sm" mt="md" onClick={() => setShown(undefined)}>
            {t('rules.secretSaved')}
          </Button>
        </Dialog>
      )}
    </div>
  )
}
