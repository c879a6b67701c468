import type { ComponentPropsWithRef } from 'react'

/** A button that keeps the focus while it cannot be pressed: a browser takes it from what is disabled, and whoever works by keys is lost. */
export const Pressable = ({ disabled, type = 'button', ...props }: ComponentPropsWithRef<'button'>) =>
  disabled ? <button {...props} type={type} aria-disabled tabIndex={-1} onClick={(event) => event.preventDefault()} /> : <button {...props} type={type} />
