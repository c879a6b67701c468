import type { ModelDay, PastDay } from '../api/simulations'

export const CHOICES = ['longest_idle', 'least_occupied', 'round_robin', 'most_skilled'] as const
export type Choice = (typeof CHOICES)[number]

const SEED = 7

/** As it is written down, before it is checked. */
export interface PastForm {
  day: string
  department: string
  promised: string
  choice: string
  capacity: string
  handling: string
  arrivals: string
  agents: string
}

export interface ModelForm {
  department: string
  begins: string
  arrivals: string
  handling: string
  patience: string
  promised: string
  now: PlanForm
  other: PlanForm
}

export interface PlanForm {
  agents: string
  capacity: string
  choice: Choice
}

export const isWhole = (written: string, least: number, most: number) =>
  /^\d+$/.test(written.trim()) && Number(written) >= least && Number(written) <= most
export const isWholeOrNothing = (written: string, least: number, most: number) => written.trim() === '' || isWhole(written, least, most)

/** One number for each hour, with anything between them. */
export function hoursOf(written: string) {
  const words = written.split(/[\s,;]+/).filter(Boolean)
  const numbers = words.map(Number)
  return words.length > 0 && words.length <= 24 && numbers.every((one) => one >= 0 && one <= 10_000) ? numbers : null
}

/** From midnight to midnight where the reader is, which is not always a day of 24 hours. */
export function bounds(day: string) {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return { from: new Date(year, month - 1, date), to: new Date(year, month - 1, date + 1) }
}

/** The day as a date field has it. */
export function dayBefore(now: number, days: number) {
  const date = new Date(now)
  date.setDate(date.getDate() - days)
  const two = (one: number) => String(one).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

export function pastDay(form: PastForm, all: string[]): PastDay {
  const { from, to } = bounds(form.day)
  const own = form.department ? [form.department] : all
  const minutes = Math.round((to.getTime() - from.getTime()) / 60_000)
  const extra = Number(form.agents)
  const capacity = form.capacity.trim() ? Number(form.capacity) : null
  const handling = Number(form.handling)
  const arrivals = Number(form.arrivals)
  const isChanged = form.choice !== '' || capacity !== null || handling !== 100 || arrivals !== 100 || extra > 0
  const team = { agents: extra, departmentIds: own, capacity: capacity ?? 5, fromMinute: 0, toMinute: Math.min(minutes, 24 * 60) }
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    departmentIds: form.department ? [form.department] : [],
    promisedSeconds: Number(form.promised),
    seed: SEED,
    change: isChanged
      ? {
          choices: form.choice ? own.map((departmentId) => ({ departmentId, choice: form.choice as Choice })) : [],
          capacity: capacity ?? undefined,
          handlingPercent: handling,
          arrivalsPercent: arrivals,
          teams: extra > 0 ? [team] : [],
        }
      : undefined,
  }
}

export function modelDay(form: ModelForm, plan: PlanForm): ModelDay {
  const hours = hoursOf(form.arrivals) ?? []
  const whole = { fromMinute: 0, toMinute: hours.length * 60 }
  return {
    departments: [
      {
        departmentId: form.department,
        arrivalsPerHour: hours,
        handlingSeconds: Number(form.handling) * 60,
        handlingVariation: 0.8,
        patienceSeconds: form.patience.trim() ? Number(form.patience) * 60 : undefined,
        choice: plan.choice,
      },
    ],
    teams: Number(plan.agents) > 0 ? [{ agents: Number(plan.agents), departmentIds: [form.department], capacity: Number(plan.capacity), ...whole }] : [],
    promisedSeconds: Number(form.promised),
    seed: SEED,
  }
}
