import { IconArrowForwardUp, IconExternalLink, IconShoppingBag, IconSpeakerphone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MessageContext, Quote, Referral } from '../api/types'
import styles from './Reference.module.css'
import { useKindWords } from './useKindWords'

/** What a message refers to, above what it says. */
export function Reference({ context: { forwarded, quote, product, referral } }: { context: MessageContext }) {
  const { t } = useTranslation()
  return (
    <>
      {forwarded && (
        <p className={styles.hint}>
          <IconArrowForwardUp aria-hidden className={styles.directed} />
          {t(forwarded === 'often' ? 'thread.forwardedOften' : 'thread.forwarded')}
        </p>
      )}
      {referral && <ReferralView referral={referral} />}
      {product && (
        <p className={styles.hint}>
          <IconShoppingBag aria-hidden />
          {t('thread.aboutProduct')} <bdi>{product.product}</bdi>
        </p>
      )}
      {quote && <QuoteView quote={quote} />}
    </>
  )
}

export function QuoteView({ quote: { author, type, preview } }: { quote: Quote }) {
  const { t } = useTranslation()
  const kindWords = useKindWords()
  const side = author === 'contact' ? 'contact' : 'us'
  return (
    <blockquote className={styles.quote} data-side={author && side} aria-label={t('thread.quote')}>
      {preview ? <span dir="auto">{preview}</span> : <em>{type ? kindWords(type) : t('thread.earlier')}</em>}
    </blockquote>
  )
}

function ReferralView({ referral: { kind, url, headline, body, media, welcome } }: { referral: Referral }) {
  const { t } = useTranslation()
  const source = t(kind === 'post' ? 'thread.fromPost' : 'thread.fromAd')
  return (
    <aside className={styles.referral} aria-label={source}>
      <p className={styles.hint}>
        <IconSpeakerphone aria-hidden />
        {source}
      </p>
      {headline && <strong dir="auto">{headline}</strong>}
      {body && <p dir="auto">{body}</p>}
      {welcome && <p dir="auto">{t('thread.greetedBy', { words: welcome })}</p>}
      {isAddress(media) && (
        <a href={media} target="_blank" rel="noopener noreferrer nofollow">
          {t('thread.openReferralMedia')}
          <IconExternalLink aria-hidden />
        </a>
      )}
      {isAddress(url) && (
        <a href={url} target="_blank" rel="noopener noreferrer nofollow">
          {t('thread.openSource')}
          <IconExternalLink aria-hidden />
        </a>
      )}
    </aside>
  )
}

/** It comes from outside; nothing but a web address becomes a link. */
const isAddress = (url: string | null | undefined): url is string => /^https?:\/\//i.test(url ?? '')
