import styles from './Face.module.css'

const TINTS = 6

function initialsOf(name: string) {
  const words = name.split(/[\s+]+/).filter((word) => /^\p{L}/u.test(word))
  return words.slice(0, 2).map((word) => [...word][0]).join('').toLocaleUpperCase() // prettier-ignore
}

const tintOf = (seed: string) => [...seed].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % TINTS

/** A person's initials on a quiet colour that is always the same for the same person. */
export function Face({ name, seed, size }: { name: string; seed: string; size?: 'small' | 'large' }) {
  return (
    <span className={styles.face} data-tint={tintOf(seed)} data-size={size} aria-hidden>
      {initialsOf(name) || '#'}
    </span>
  )
}
