import { useEffect, useState, type ReactNode } from 'react'

/** Shows a placeholder only when waiting has become noticeable. */
export function Delayed({ children }: { children: ReactNode }) {
  const [due, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return due ? children : null
}
