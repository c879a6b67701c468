import type { FormHTMLAttributes } from 'react'
import styles from './Fields.module.css'
import { showFirstWrong } from './showFirstWrong'

/** What is filled in together, one field below the other; what is wrong is shown, however far it is from the button. */
export const Fields = ({ onSubmit, ...props }: FormHTMLAttributes<HTMLFormElement>) => (
  <form
    className={styles.fields}
    noValidate
    onSubmit={(event) => {
      onSubmit?.(event)
      showFirstWrong(event.currentTarget)
    }}
    {...props}
  />
)
