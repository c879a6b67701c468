import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { endingQueries } from '../api/ending'
import { Loaded } from '../ui/Loaded'
import { useStore } from '../ui/store'
import { Choices } from './Choices'
import { choosing } from './choosing'

/** Why a conversation ends: one key, and it has ended. */
export default function DispositionDialog() {
  const { t } = useTranslation()
  const asked = useStore(choosing)
  const dispositions = useQuery({ ...endingQueries.dispositions, enabled: Boolean(asked) })
  if (!asked) return null
  return (
    <Dialog title={t('endings.reasons.choose')} onClose={() => asked.answer(null)}>
      <Loaded of={dispositions}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('endings.reasons.noneToChoose')}</p>
          ) : (
            <Choices label={t('endings.reasons.choose')} choices={items.map(({ id, name }) => ({ id, label: name, choose: () => asked.answer(id) }))} />
          )
        }
      </Loaded>
    </Dialog>
  )
}
