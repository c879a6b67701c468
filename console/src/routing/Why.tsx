import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { Conversation, RoutingWait } from '../api/types'
import { useNow } from '../ui/clock'
import { Loaded } from '../ui/Loaded'
import { length } from '../ui/time'
import { useMomentWords } from '../ui/Time'
import { DemandReasons } from './DemandReasons'
import { GivenReasons } from './GivenReasons'
import { ObstacleList } from './ObstacleList'
import { obstaclesOf } from './reasons'
import { useEstimateWords } from './useEstimateWords'
import styles from './Why.module.css'

/** Why a conversation is with whom it is, or with nobody yet, in words; asked for when it is opened. */
export default function Why({ conversation: { id, assignee } }: { conversation: Pick<Conversation, 'id' | 'assignee'> }) {
  const { t } = useTranslation()
  const routing = useQuery(queries.routing(id))
  return (
    <div className={styles.why}>
      <Loaded of={routing}>
        {({ demand, waiting, decisions }) => {
          const [newest, ...older] = decisions
          const decided = assignee && newest?.agentId === assignee.id ? newest : undefined
          const earlier = decided ? older : decisions
          return (
            <>
              {waiting && <WaitReasons wait={waiting} />}
              {decided && <GivenReasons decision={decided} />}
              <DemandReasons conversationId={id} demand={demand} />
              {!waiting && !decided && <p className={styles.line}>{t('departments.why.byHand')}</p>}
              {earlier.length > 0 && <h3 className={styles.title}>{t('departments.why.earlier')}</h3>}
              {earlier.map((decision) => (
                <GivenReasons key={decision.id} decision={decision} brief />
              ))}
            </>
          )
        }}
      </Loaded>
    </div>
  )
}

function WaitReasons({ wait }: { wait: RoutingWait }) {
  const { departmentId, department, since, before, estimate, relaxesAt, obstacles } = wait
  const { t, i18n } = useTranslation()
  const now = useNow(10_000)
  const momentWords = useMomentWords()
  const estimateWords = useEstimateWords()
  const { data: departments } = useQuery(queries.departments)
  const itself = departments?.items.find(({ id }) => id === departmentId)
  const hindered = obstaclesOf(obstacles).length > 0
  const time = length(now - Date.parse(since), i18n.language)
  return (
    <>
      <p className={styles.line}>{t('departments.why.waitsIn', { department, time, moment: momentWords(since) })}</p>
      <p className={styles.line}>{before === 0 ? t('departments.why.first') : t('departments.why.before', { count: before })}</p>
      <p className={styles.line}>{estimateWords(estimate)}</p>
      <OtherReasons wait={wait} />
      {wait.offeredTo ? null : hindered ? (
        <>
          <p className={styles.line}>{t('departments.why.nobodyFree')}</p>
          <ObstacleList of={obstacles} />
          {relaxesAt && <p className={styles.line}>{t('departments.why.relaxes', { moment: momentWords(relaxesAt) })}</p>}
        </>
      ) : (
        itself && <p className={styles.line}>{t(`departments.why.${itself.isDeserted ? 'deserted' : itself.mode === 'pull' ? 'pull' : 'unhindered'}`)}</p>
      )}
    </>
  )
}

/** Who is asked for it, for whom it is kept, and who else gets it. */
function OtherReasons({ wait: { offeredTo, offerEndsAt, keptFor, keptUntil, overflowsAt, overflowedTo } }: { wait: RoutingWait }) {
  const { t, i18n } = useTranslation()
  const momentWords = useMomentWords()
  return (
    <>
      {offeredTo && offerEndsAt && <p className={styles.line}>{t('offers.why.offeredTo', { name: offeredTo.name, moment: momentWords(offerEndsAt) })}</p>}
      {keptFor && keptUntil && <p className={styles.line}>{t('offers.why.keptFor', { name: keptFor.name, moment: momentWords(keptUntil) })}</p>}
      {overflowsAt && <p className={styles.line}>{t('offers.why.overflowsAt', { moment: momentWords(overflowsAt) })}</p>}
      {overflowedTo.length > 0 && (
        <p className={styles.line}>{t('offers.why.overflowedTo', { names: new Intl.ListFormat(i18n.language).format(overflowedTo) })}</p>
      )}
    </>
  )
}
