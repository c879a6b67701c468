import type { FormHTMLAttributes } from 'react'
import styles from './Fields.module.css'

/** What is filled in together, one field below the other. */
export const Fields = (props: FormHTMLAttributes<HTMLFormElement>) => <form className={styles.fields} noValidate {...props} />
