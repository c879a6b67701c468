import { useTranslation } from 'react-i18next'
import type { Replay } from '../api/simulations'
import { Card, Padded } from '../ui/Page'
import { useMomentWords } from '../ui/Time'
import styles from './SimulationPage.module.css'

/** What a past day was known by, and what had to be assumed. */
export function KnownOfDay({ known: { keptSince, waits, moved, gaveUp, handled, agents, guessedAgents }, from }: { known: Replay['known']; from: Date }) {
  const { t } = useTranslation()
  const momentWords = useMomentWords()
  return (
    <section className={styles.known} aria-labelledby="known">
      <Card>
        <Padded>
          <h2 className={styles.legend} id="known">
            {t('simulation.known')}
          </h2>
          <ul className={styles.facts}>
            {keptSince && Date.parse(keptSince) > from.getTime() && <li>{t('simulation.knownSince', { moment: momentWords(keptSince) })}</li>}
            <li>
              {t('simulation.knownAgents', { count: agents })} {guessedAgents > 0 && t('simulation.knownGuessed', { count: guessedAgents })}
            </li>
            <li>{t('simulation.knownHandled', { count: handled, all: waits })}</li>
            <li>{gaveUp > 0 ? t('simulation.knownPatience', { count: gaveUp }) : t('simulation.knownNobody')}</li>
            {moved > 0 && <li>{t('simulation.knownMoved', { count: moved })}</li>}
            <li>{t('simulation.knownToday')}</li>
          </ul>
        </Padded>
      </Card>
    </section>
  )
}
