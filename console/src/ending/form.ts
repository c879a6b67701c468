import type { EndingOfDepartment } from '../api/types'

/** A whole number in digits, within its bounds. */
export const isNumber = (written: string, least: number, most: number) =>
  /^\d+$/.test(written.trim()) && Number(written) >= least && Number(written) <= most

const text = (minutes: number | null) => (minutes === null ? '' : String(minutes))
const number = (written: string) => (written.trim() === '' ? null : Number(written))

/** How conversations of a department end, as it is filled in. */
export const valuesOf = (ending: EndingOfDepartment) => ({
  requires: ending.requiresDisposition,
  wrapUp: String(ending.wrapUpSeconds),
  nudge: text(ending.nudgeMinutes),
  nudgeEnglish: ending.nudge?.english ?? '',
  nudgeHebrew: ending.nudge?.hebrew ?? '',
  resolve: text(ending.resolveMinutes),
  farewellEnglish: ending.farewell?.english ?? '',
  farewellHebrew: ending.farewell?.hebrew ?? '',
  returning: text(ending.returnMinutes),
})

export type Values = ReturnType<typeof valuesOf>

export const endingOf = (values: Values): EndingOfDepartment => ({
  requiresDisposition: values.requires,
  wrapUpSeconds: Number(values.wrapUp),
  nudgeMinutes: number(values.nudge),
  nudge: { english: values.nudgeEnglish, hebrew: values.nudgeHebrew },
  resolveMinutes: number(values.resolve),
  farewell: { english: values.farewellEnglish, hebrew: values.farewellHebrew },
  returnMinutes: number(values.returning),
})

/** Which field of the form the server means. */
export const FIELDS: Record<string, keyof Values> = {
  wrapUpSeconds: 'wrapUp',
  nudgeMinutes: 'nudge',
  nudge: 'nudgeEnglish',
  'nudge.english': 'nudgeEnglish',
  'nudge.hebrew': 'nudgeHebrew',
  resolveMinutes: 'resolve',
  'farewell.english': 'farewellEnglish',
  'farewell.hebrew': 'farewellHebrew',
  returnMinutes: 'returning',
}
