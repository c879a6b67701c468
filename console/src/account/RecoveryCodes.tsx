import { Button } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { save } from '../ui/save'
import { Copy } from './Secret'
import styles from './Steps.module.css'

/** Codes that are told once: to be copied, kept as a file or put on paper. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { t } = useTranslation()
  const text = `${t('account.recovery.heading', { site: location.host })}\n\n${codes.join('\n')}\n`
  return (
    <div className={styles.steps}>
      <p className={styles.text}>{t('account.recovery.lead')}</p>
      <ul className={styles.codes} dir="ltr" aria-label={t('account.recovery.title')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Copy text={text} />
        <Button variant="default" leftSection={<IconDownload size="1rem" />} onClick={() => download(text)}>
          {t('account.recovery.download')}
        </Button>
        <Button variant="default" leftSection={<IconPrinter size="1rem" />} onClick={() => print(text)}>
          {t('account.recovery.print')}
        </Button>
      </div>
      <Button size="sm" onClick={onKept}>
        {t('account.recovery.kept')}
      </Button>
    </div>
  )
}

const download = (text: string) =>
  save(new Blob([text], { type: 'text/plain;charset=utf-8' }), 'moked-recovery-codes.txt')

/** Prints the codes alone, from a page that nobody sees. */
function print(text: string) {
  const frame = document.createElement('iframe')
  frame.className = styles.unseen!
  frame.ariaHidden = 'true'
  frame.srcdoc = '<!doctype html>'
  frame.addEventListener('load', () => {
    const words = frame.contentDocument!.createElement('pre')
    words.textContent = text
    words.dir = 'auto'
    frame.contentDocument!.body.append(words)
    frame.contentWindow!.addEventListener('afterprint', () => frame.remove())
    frame.contentWindow!.print()
  })
  document.body.append(frame)
}
