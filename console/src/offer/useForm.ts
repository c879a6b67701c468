import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Limits } from '../api/types'
import { emptyDraft, keepDraft, keptDraft, type OfferDraft } from './draft'
import { faultsOf, type Fault } from './faults'
import type { OfferKind } from './kinds'

/** What is filled in, kept as it is written, and what is wrong with it once somebody has tried to send it. */
export function useForm(conversationId: string, kind: OfferKind, limits: Limits) {
  const faultWords = useFaultWords()
  const [draft, setDraft] = useState(() => keptDraft(conversationId, kind))
  const [tried, setTried] = useState(false)
  const faults = faultsOf(kind, draft, limits)
  const missing = faultsOf(kind, emptyDraft, limits)

  function change(next: Partial<OfferDraft>) {
    const whole = { ...draft, ...next }
    setDraft(whole)
    keepDraft(conversationId, kind, whole)
  }
  return {
    draft,
    change,
    limits,
    faults,
    /** What is too much is said at once; what is missing only when it is missed. */
    error: (field: string) => {
      const fault = faults[field]
      return fault && (tried || fault.rule === 'tooLong' || fault.rule === 'tooMany') ? faultWords(fault) : undefined
    },
    /** Whether it cannot be left out. */
    needs: (field: string) => missing[field]?.rule === 'missing',
    /** Whether it can be sent; from now on what is missing is said. */
    check: () => {
      setTried(true)
      return Object.keys(faults).length === 0
    },
  }
}

export type OfferForm = ReturnType<typeof useForm>

function useFaultWords() {
  const { t, i18n } = useTranslation()
  const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value)
  return (fault: Fault) => {
    switch (fault.rule) {
      case 'tooLong':
        return t('composer.tooLong', { count: fault.over, over: number(fault.over), most: number(fault.most) })
      case 'tooMany':
        return t('insert.fault.tooMany', { most: number(fault.most) })
      default:
        return t(`insert.fault.${fault.rule}`)
    }
  }
}
