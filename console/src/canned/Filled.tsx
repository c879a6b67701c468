import styles from './Filled.module.css'

/** A text as it will be read, or how it begins, with what is still to be filled in marked. */
export const Filled = ({ text, short }: { text: string; short?: boolean }) => (
  <span className={styles.filled} data-short={short} dir="auto">
    {text.split(/(\[\[[^[\]\n]+\]\])/).map((part, index) => (index % 2 ? <mark key={index}>{part.slice(2, -2)}</mark> : part))}
  </span>
)
