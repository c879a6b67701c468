import { expect, it } from 'vitest'
import { bounds, dayBefore, hoursOf, modelDay, pastDay, type PastForm } from './days'

const form: PastForm = { day: '2026-03-27', department: '', promised: '120', choice: '', capacity: '', handling: '100', arrivals: '100', agents: '0' }

it('goes from midnight to midnight, whatever the clocks do meanwhile', () => {
  const { from, to } = bounds('2026-12-31')
  expect([from.getHours(), to.getHours(), to.getFullYear()]).toEqual([0, 0, 2027])
  expect(dayBefore(new Date(2026, 2, 1, 12).getTime(), 1)).toBe('2026-02-28')
})

it('asks for a change only where something is to be otherwise', () => {
  expect(pastDay(form, ['d1', 'd2']).change).toBeUndefined()
  expect(pastDay({ ...form, choice: 'round_robin' }, ['d1', 'd2']).change?.choices).toEqual([
    { departmentId: 'd1', choice: 'round_robin' },
    { departmentId: 'd2', choice: 'round_robin' },
  ])
  const more = pastDay({ ...form, department: 'd2', agents: '2', capacity: '3' }, ['d1', 'd2'])
  expect(more.departmentIds).toEqual(['d2'])
  expect(more.change).toMatchObject({ capacity: 3, teams: [{ agents: 2, departmentIds: ['d2'], capacity: 3 }] })
})

it('reads one number for each hour, and nothing else', () => {
  expect(hoursOf('10 20, 30')).toEqual([10, 20, 30])
  for (const wrong of ['', 'ten', '10 -1', Array.from({ length: 25 }, () => '1').join(' ')]) expect(hoursOf(wrong), wrong).toBeNull()
})

it('makes a model day of minutes and hours', () => {
  const plan = { agents: '4', capacity: '2', choice: 'longest_idle' as const }
  const day = modelDay({ department: 'd1', begins: '8', arrivals: '10 20', handling: '5', patience: '', promised: '60', now: plan, other: plan }, plan)
  expect(day.departments[0]).toMatchObject({ handlingSeconds: 300, arrivalsPerHour: [10, 20] })
  expect(day.departments[0]?.patienceSeconds).toBeUndefined()
  expect(day.teams[0]).toMatchObject({ agents: 4, toMinute: 120 })
})
