import { Button, NumberInput, Radio, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../account/Refusal'
import * as access from '../api/access'
import { isProblem } from '../api/problem'
import { queries } from '../api/queries'
import type { SecurityPolicy } from '../api/types'
import { useChange } from '../app/useChange'
import { ask } from '../ui/ask'
import { Fields } from '../ui/Fields'
import { Loaded } from '../ui/Loaded'
import { Card, Page, Padded } from '../ui/Page'

export function PolicyPage() {
  const { t } = useTranslation()
  const policy = useQuery(queries.policy)
  return (
    <Page title={t('policy.title')} lead={t('policy.lead')}>
      <Card>
        <Loaded of={policy}>{(data) => <PolicyForm policy={data} />}</Loaded>
      </Card>
    </Page>
  )
}

const BOUNDS = { passwordLength: [12, 64], idleMinutes: [15, 1440], sessionHours: [1, 168] } as const

function PolicyForm({ policy }: { policy: SecurityPolicy }) {
  const { t } = useTranslation()
  const form = useForm<SecurityPolicy>({ initialValues: policy })
  const put = useChange({
    make: access.putPolicy,
    touches: [queries.policy.queryKey, queries.security.queryKey],
    said: t('policy.saved'),
    onDone: (saved) => form.setInitialValues(saved),
    quiet: true,
  })
  const words = { title: t('policy.question'), text: t('policy.questionText'), yes: t('policy.save') }
  const putIfMeant = async (wanted: SecurityPolicy) => (await ask(words)) && put.mutate(wanted)
  return (
    <Padded>
      <Fields onSubmit={form.onSubmit((wanted) => void putIfMeant(wanted))}>
        <Radio.Group label={t('policy.secondFactor')} description={t('policy.secondFactorHint')} {...form.getInputProps('secondFactor')}>
          <Stack gap="xs" mt="xs">
            {(['nobody', 'administrators', 'everyone'] as const).map((whom) => (
              <Radio key={whom} value={whom} label={t(`policy.whom.${whom}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {(['passwordLength', 'idleMinutes', 'sessionHours'] as const).map((limit) => (
          <NumberInput
            key={limit}
            label={t(`policy.${limit}`)}
            description={t(`policy.${limit}Hint`, { least: BOUNDS[limit][0], most: BOUNDS[limit][1] })}
            min={BOUNDS[limit][0]}
            max={BOUNDS[limit][1]}
            clampBehavior="blur"
            allowDecimal={false}
            hideControls
            {...form.getInputProps(limit)}
          />
        ))}
        <Refusal error={put.error} />
        {isProblem(put.error, 'own-factor-first') && (
          <Button variant="light" component={Link} to="/settings/security">
            {t('policy.toOwn')}
          </Button>
        )}
        <div>
          <Button type="submit" size="sm" loading={put.isPending} disabled={!form.isDirty()}>
            {t('policy.save')}
          </Button>
        </div>
      </Fields>
    </Padded>
  )
}
