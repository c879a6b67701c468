import { useTranslation } from 'react-i18next'
import type { Considered, RoutingDecision } from '../api/types'
import { useMe } from '../session/me'
import { length } from '../ui/time'
import { useMomentWords } from '../ui/Time'
import { figureOf, KEPT } from './reasons'
import { ObstacleList } from './ObstacleList'
import styles from './Why.module.css'

/** How it came that somebody was given a conversation: when, among whom, by what rule, and what counted. */
export function GivenReasons({ decision, brief }: { decision: RoutingDecision; brief?: boolean }) {
  const { t, i18n } = useTranslation()
  const { user } = useMe()
  const momentWords = useMomentWords()
  const { agentId, agent, department, at, waitingSince, choice, considered, obstacles, passed, answer, isKept } = decision
  const way = answer ? 'offers.why' : 'departments.why'
  const words = { department, moment: momentWords(at), time: length(Date.parse(at) - Date.parse(waitingSince), i18n.language) }
  const figures = useFigures(decision)
  const count = considered.length
  return (
    <>
      <p className={styles.line}>{agentId === user.id ? t(`${way}.toYou`, words) : t(`${way}.toAgent`, { ...words, name: agent })}</p>
      {answer && <p className={styles.line}>{t(`offers.why.answer.${answer}`)}</p>}
      {isKept && <p className={styles.line}>{t('offers.why.kept')}</p>}
      {!brief && (
        <>
          <p className={styles.line}>
            {count <= 1 ? t('departments.why.only') : count < KEPT ? t('departments.why.among', { count }) : t('departments.why.amongMany', { count })}{' '}
            {count > 1 && t('departments.why.rule', { choice: t(`departments.choice.${choice}`) })}
          </p>
          {count > 0 && (
            <ol className={styles.table}>
              {considered.map((one) => (
                <li key={one.id} className={styles.row} data-chosen={one.id === agentId || undefined}>
                  <span>
                    <bdi>{one.name}</bdi>
                    {one.id === agentId && count > 1 && <span className={styles.chosen}> · {t('departments.why.chosen')}</span>}
                  </span>
                  <span className={styles.figure}>{figures(one)}</span>
                </li>
              ))}
            </ol>
          )}
          {Object.keys(obstacles).length > 0 && (
            <>
              <p className={styles.line}>{t('departments.why.couldNot')}</p>
              <ObstacleList of={obstacles} />
            </>
          )}
          {passed > 0 && <p className={styles.line}>{t('departments.why.passed', { count: passed })}</p>}
        </>
      )}
    </>
  )
}

/** What counted, in the words for it. */
function useFigures(decision: RoutingDecision) {
  const { t, i18n } = useTranslation()
  const share = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 })
  const wordsOf = (one: Considered) => {
    const figure = figureOf(one, decision)
    switch (figure?.counts) {
      case 'idle':
        return t('departments.why.idle', { time: length(figure.milliseconds, i18n.language) })
      case 'lastGiven':
        return t('departments.why.lastGiven', { time: length(figure.milliseconds, i18n.language) })
      case 'neverGiven':
        return t('departments.why.neverGiven')
      case 'occupied':
        return t('departments.why.occupied', { share: share.format(figure.share) })
      case 'levels':
        return t('departments.why.levels', { sum: figure.sum })
      case undefined:
        return undefined
    }
  }
  return (one: Considered) =>
    [one.preferred > 0 && t('departments.why.preferred', { count: one.preferred }), wordsOf(one)].filter(Boolean).join(' · ')
}
