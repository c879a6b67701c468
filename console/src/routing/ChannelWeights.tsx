import { NativeSelect } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import * as calls from '../api/routing'
import { useChange } from '../app/useChange'
import { Loaded } from '../ui/Loaded'
import { Section } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'

const UNITS = Array.from({ length: 10 }, (_, index) => String(index + 1))

/** How much of an agent each conversation of a number takes; every choice is saved at once. */
export function ChannelWeights() {
  const { t } = useTranslation()
  const weights = useQuery(queries.weights)
  const channels = useQuery(queries.channels)
  const nameOf = (channel: string) => channels.data?.items.find(({ id }) => id === channel)?.name
  return (
    <Section title={t('agents.weights')} lead={t('agents.weightsLead')}>
      <Loaded of={channels}>
        {() => (
          <Loaded of={weights}>
            {({ items }) => (
              <Rows label={t('agents.weights')}>
                {items.map(({ channelId, units }) => (
                  <WeightRow key={channelId} channel={channelId} name={nameOf(channelId) ?? ''} units={units} />
                ))}
              </Rows>
            )}
          </Loaded>
        )}
      </Loaded>
    </Section>
  )
}

function WeightRow({ channel, name, units }: { channel: string; name: string; units: number }) {
  const { t } = useTranslation()
  const save = useChange({ make: (wanted: number) => calls.setWeight(channel, wanted), touches: [queries.weights.queryKey] })
  return (
    <Row icon={<IconPhone />} name={<bdi>{name}</bdi>}>
      <NativeSelect
        size="xs"
        aria-label={t('agents.weightOf', { name })}
        value={String(save.isPending ? save.variables : units)}
        data={UNITS}
        disabled={save.isPending}
        onChange={({ currentTarget }) => save.mutate(Number(currentTarget.value))}
      />
    </Row>
  )
}
