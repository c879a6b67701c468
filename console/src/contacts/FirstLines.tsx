import { useTranslation } from 'react-i18next'
import styles from './Contacts.module.css'

/** The beginning of a file, as it was read. */
export function FirstLines({ lines, columns, headed }: { lines: string[][]; columns: number; headed: boolean }) {
  const { t } = useTranslation()
  const places = Array.from({ length: columns }, (_, place) => place)
  const [title, ...rest] = lines
  return (
    <div className={styles.sheet} tabIndex={0} role="region" aria-label={t('lists.first')}>
      <table>
        <thead>
          <tr>
            {places.map((place) => (
              <th key={place} scope="col">
                <bdi>{(headed && title?.[place]) || t('lists.column', { number: place + 1 })}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(headed ? rest : lines).map((cells, line) => (
            <tr key={line}>
              {places.map((place) => (
                <td key={place}>
                  <bdi>{cells[place]}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
