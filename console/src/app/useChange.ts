import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query'

interface Change<Input, Result> {
  make: (input: Input) => Promise<Result>
  /** What must be asked for again. */
  touches: QueryKey[]
  said?: string
  onDone?: (result: Result) => void
  /** Whether its refusal is shown where it was asked for. */
  quiet?: boolean
}

/** Something changed at the server: said when it is done, and seen wherever it shows. */
export function useChange<Input = void, Result = unknown>({ make, touches, said, onDone, quiet }: Change<Input, Result>) {
  const tell = useDone(touches, said)
  return useMutation({
    mutationFn: make,
    meta: { quiet },
    onSuccess: (result) => {
      tell()
      onDone?.(result)
    },
  })
}

/** Says that something is done, and has what it touches asked for again. */
export function useDone(touches: QueryKey[], said?: string) {
  const client = useQueryClient()
  return () => {
    if (said) notifications.show({ message: said })
    touches.forEach((queryKey) => void client.invalidateQueries({ queryKey }))
  }
}
