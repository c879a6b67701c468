import type { ComponentPropsWithRef } from 'react'

/** A button that keeps the focus while it cannot be pressed: a browser takes it from what is disabled, and whoever works by keys is lost. */
export const Pressable = ({ disabled, ...props }: ComponentPropsWithRef<'button'>) =>
  disabled ? <button type="button" {...props} aria-disabled tabIndex={-1} onClick={(event) => event.preventDefault()} /> : <button type="button" {...props} />
