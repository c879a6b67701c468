import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { confirming } from '../api/confirmation'
import { useStore } from '../ui/store'
import { wordedPiece } from '../ui/wordedPiece'

const ConfirmDialog = wordedPiece(() => import('../account/ConfirmDialog'))

/** Every page, and the question who sits there over whichever of them needs to know. */
export function Root() {
  const everAsked = useStore(confirming) !== undefined
  return (
    <>
      <Outlet />
      <Suspense>{everAsked && <ConfirmDialog />}</Suspense>
    </>
  )
}
