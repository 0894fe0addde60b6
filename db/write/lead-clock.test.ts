import { expect, test } from 'vitest'
import type { ZoneRules } from '@/db/zone'
import { zoneDefaults } from '@/domain/zone/zone'
import { type ClockedLead, clockColumns } from './lead-clock'

/* 2026-07-17 is a Friday. */
const rules: ZoneRules = {
  timezone: 'Asia/Shanghai',
  today: '2026-07-17',
  settings: zoneDefaults,
  calendar: {},
}
const friday = (hour: string) => new Date(`2026-07-17T${hour}:00+08:00`)
const lead: ClockedLead = {
  stage: 'new',
  stageSince: '2026-07-17',
  createdAt: friday('16:00'),
  firstContactAt: null,
  lastProgressAt: friday('16:00'),
}

test('a lead of Friday is answered by Monday', () => {
  expect(clockColumns(lead, rules)).toEqual({ clock: 'answer', clockDue: '2026-07-20' })
})

test('the day is that of the zone: Friday half past midnight there is still Thursday in UTC', () => {
  expect(clockColumns({ ...lead, createdAt: friday('00:30') }, rules).clockDue).toBe('2026-07-20')
})

test('an appraisal runs three working days from the first contact, over the weekend', () => {
  const contacted = { ...lead, stage: 'contacted', firstContactAt: friday('10:00') } as const
  expect(clockColumns(contacted, rules)).toEqual({ clock: 'appraise', clockDue: '2026-07-22' })
})

test('once qualified, each activity begins the fourteen days anew', () => {
  const qualified = { ...lead, stage: 'qualified', lastProgressAt: new Date('2026-07-25T02:00:00Z') } as const
  expect(clockColumns(qualified, rules)).toEqual({ clock: 'progress', clockDue: '2026-08-08' })
})

test('a lead that is settled has no clock', () => {
  expect(clockColumns({ ...lead, stage: 'converted' }, rules)).toEqual({ clock: null, clockDue: null })
})
