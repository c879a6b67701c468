import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { readMarks, type Piece } from './marks'
import styles from './Words.module.css'

/** A message body: never markup, every paragraph in its own direction. */
export function Words({ body }: { body: string }) {
  const paragraphs = useMemo(() => paragraphsOf(body).map(readMarks), [body])
  return (
    <div className={styles.words}>
      {paragraphs.map((pieces, index) => (
        <p key={index} dir="auto">
          <Pieces pieces={pieces} />
        </p>
      ))}
    </div>
  )
}

/** A block of code may span lines; everything else ends with its line. */
const paragraphsOf = (body: string) => body.match(/(?:```[\s\S]+?```|[^\n])+|\n(?=\n)/g) ?? []

function Pieces({ pieces }: { pieces: Piece[] }) {
  return pieces.map((piece, index) => <One key={index} piece={piece} />)
}

function One({ piece }: { piece: Piece }) {
  const { t } = useTranslation()
  switch (piece.kind) {
    case 'text':
      return piece.text
    case 'mono':
      return <code>{piece.text}</code>
    case 'link':
      return (
        <a href={piece.href} target="_blank" rel="noopener noreferrer nofollow" title={t('thread.link')}>
          <bdi>{piece.text}</bdi>
        </a>
      )
    case 'bold':
      return <strong><Pieces pieces={piece.pieces} /></strong> // prettier-ignore
    case 'italic':
      return <em><Pieces pieces={piece.pieces} /></em> // prettier-ignore
    case 'strike':
      return <s><Pieces pieces={piece.pieces} /></s> // prettier-ignore
  }
}
