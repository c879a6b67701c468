import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { leave } from '../api/simulations'

/** Goes through something as long as somebody waits for it: it stops when they say so, go elsewhere, or ask for something else. */
export function useGoing<Wanted, Result>(go: (wanted: Wanted, signal: AbortSignal) => Promise<Result>) {
  const going = useRef<AbortController>(undefined)
  const stop = () => {
    if (!going.current) return
    going.current.abort()
    going.current = undefined
    void leave().catch(() => {})
  }
  useEffect(() => stop, [])
  const { data, error, isPending, mutate, reset } = useMutation({
    mutationFn: async (wanted: Wanted) => {
      const own = (going.current = new AbortController())
      try {
        return await go(wanted, own.signal)
      } finally {
        if (going.current === own) going.current = undefined
      }
    },
    meta: { quiet: true },
  })
  return {
    result: data,
    error,
    isPending,
    start: mutate,
    stop: () => {
      stop()
      reset()
    },
  }
}
