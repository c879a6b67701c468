import { IconArrowLeft } from '@tabler/icons-react'
import { Link, type LinkProps } from '@tanstack/react-router'
import styles from './BackLink.module.css'

/** From a page to the list that it belongs to, in words. */
export const BackLink = ({ to, children }: { to: LinkProps['to']; children: string }) => (
  <p className={styles.back}>
    <Link to={to}>
      <IconArrowLeft size="1rem" aria-hidden /> {children}
    </Link>
  </p>
)
