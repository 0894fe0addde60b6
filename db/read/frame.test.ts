import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { closeCapital, newDeal } from '@/db/testing/deal'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { addDays } from '@/domain/calendar/date'
import { defaultLeadFilter } from '@/domain/lead/filter'
import { arrivalsToConfirm } from './capital-day'
import { dueSteps } from './day'
import { toConfirm } from './figure/deal'
import { frameState } from './frame'
import { listLeads } from './lead-list'

let office: Office
const state = (who: StaffName) => frameState(permit(office.actors[who], 'day.read'))
const listed = async (who: StaffName, more: Partial<typeof defaultLeadFilter>) =>
  (await listLeads(permit(office.actors[who], 'lead.read'), { ...defaultLeadFilter, ...more }, 50)).count

/* desk, officer, stage, days to the clock, days to the next step */
const leads = [
  ['domestic', 'officer', 'new', -3, -2],
  ['domestic', 'officer', 'contacted', 1, 0],
  ['domestic', 'officer', 'disqualified', -9, -9],
  ['domestic', null, 'new', -1, null],
  ['japan_korea', null, 'qualified', null, null],
  ['japan_korea', null, 'disqualified', null, null],
  ['general', 'outsider', 'new', -1, -1],
] as const

beforeAll(async () => {
  office = await openOffice()
  const { owner, desks, actors } = office
  const [row] = await owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  const day = (days: number | null) => (days === null ? null : addDays(String(row?.today), days))
  for (const [at, [desk, officer, stage, clock, next]] of leads.entries()) {
    const who = officer ? actors[officer].id : null
    await owner`insert into leads (number, name, country, source, need, stage, stage_since, clock_due, next_step, next_step_on,
        desk_id, case_officer_id, team_ids, search_text, created_by, updated_by)
      values (${`L-2026-000${at + 1}`}, '线索', 'CN', 'visit', '…', ${stage}, '2026-01-05', ${day(clock)}, ${next === null ? null : '打电话'},
        ${day(next)}, ${desks[desk]}, ${who}, ${who ? [who] : []}, '', ${actors.director.id}, ${actors.director.id})`
  }
  const deal = await newDeal(office, { name: '待批项目' })
  await owner`update deals set next_step = '催材料', next_step_on = ${day(-4)} where id = ${deal.id}`
  await owner`insert into stage_proposals (deal_id, "to", effective_on, fields, proposed_by)
    values (${deal.id}, 'approved', '2026-02-01', '{}', ${actors.officer.id})`
  await closeCapital(office, deal.id)
  for (const [by, decided] of [
    [actors.officer, null],
    [actors.headDomestic, null],
    [actors.officer, actors.director],
  ] as const)
    await owner`insert into arrivals (deal_id, part_id, kind, origin, form, arrived_on, minor, currency, credited_minor, voucher,
        proposed_by, state, decided_by, decided_at)
      select deal_id, id, kind, origin, form, '2026-02-02', 100, 'CNY', 100, '回单', ${by.id}, ${decided ? 'confirmed' : 'proposed'},
        ${decided?.id ?? null}, ${decided ? new Date() : null} from capital_parts where deal_id = ${deal.id}`
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

describe('what waits, beside the nouns of the rail', () => {
  for (const who of ['director', 'headDomestic', 'headAsia'] as const)
    test(`${who}: as many approvals and arrivals as wait for confirmation, and as the list of unassigned leads has`, async () => {
      const { day, leads: unassigned } = (await state(who)).waiting
      const reads = permit(office.actors[who], 'day.read')
      expect(day).toBe((await toConfirm(reads)).length + (await arrivalsToConfirm(reads)).length)
      expect(unassigned).toBe(await listed(who, { officer: 'none' }))
    })

  for (const who of ['officer', 'colleague', 'outsider'] as const)
    test(`${who}: as many next steps as are overdue, and own leads as the list past their clock has`, async () => {
      const { day, leads: late } = (await state(who)).waiting
      const due = await dueSteps(permit(office.actors[who], 'day.read'), { mine: true })
      expect(day).toBe(due.overdue)
      expect(late).toBe(await listed(who, { officer: office.actors[who].id, clock: 'overdue' }))
    })

  test('is something where there is something, and nothing for those who only look', async () => {
    expect((await state('director')).waiting).toEqual({ day: 3, leads: 2 })
    expect((await state('headDomestic')).waiting).toEqual({ day: 2, leads: 1 })
    expect((await state('officer')).waiting).toEqual({ day: 2, leads: 1 })
    for (const who of ['viewer', 'admin'] as const)
      expect((await state(who)).waiting).toEqual({ day: 0, leads: 0 })
  })
})
