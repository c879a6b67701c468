import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import steps from '../account/Steps.module.css'
import { queries } from '../api/queries'
import { Loaded } from '../ui/Loaded'
import { useMomentWords } from '../ui/Time'
import { NewsList } from './NewsList'
import { StepList } from './StepList'

/** How a number stands with Meta; looks again while it waits for the first delivery. */
export function StandingDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { t } = useTranslation()
  const momentWords = useMomentWords()
  const standing = useQuery(queries.standing(id))
  return (
    <Dialog title={t('channels.standing', { name })} onClose={onClose}>
      <Loaded of={standing}>
        {({ steps: taken, numbers, tokenEndsAt }) => (
          <div className={steps.steps}>
            <StepList steps={taken} />
            {numbers[0]?.quality && (
              <p className={steps.text}>
                {t('channels.quality')}: {t(`channels.qualities.${qualityOf(numbers[0].quality)}`)}
              </p>
            )}
            <NewsList id={id} />
            {tokenEndsAt && <p className={steps.text}>{t('channels.tokenEnds', { time: momentWords(tokenEndsAt) })}</p>}
          </div>
        )}
      </Loaded>
    </Dialog>
  )
}

const QUALITIES = ['GREEN', 'YELLOW', 'RED'] as const
const qualityOf = (told: string) => QUALITIES.find((one) => one === told) ?? 'other'
