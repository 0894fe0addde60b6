import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { getTimeline } from '@/db/read/activity'
import { getDeal } from '@/db/read/deal-record'
import { handOversToDecide, latestHandOver, listHandOvers } from '@/db/read/hand-over'
import { getLead } from '@/db/read/lead'
import { aDeal, aLead, castOf, type Scene, type Who } from '@/db/testing/door'
import { input } from '@/db/testing/door-write'
import { openOffice, permit } from '@/db/testing/office'
import { handOverDealInput, loseDealInput } from '@/domain/deal/verb-input'
import { acceptHandOverInput, proposeHandOverInput } from '@/domain/hand-over/input'
import { disqualifyLeadInput } from '@/domain/lead/move-input'
import type { Permission } from '@/domain/policy/table'
import { deleteDeal } from './deal-delete'
import { loseDeal } from './deal-status'
import { handOverDeal } from './deal-team'
import { proposeDealHandOver, proposeLeadHandOver } from './hand-over'
import {
  acceptDealHandOver,
  acceptLeadHandOver,
  declineDealHandOver,
  declineLeadHandOver,
  withdrawDealHandOver,
} from './hand-over-decide'
import { disqualifyLead } from './lead-close'
import { deleteLead } from './lead-delete'
import { handOverLead } from './lead-people'

let scene: Scene
beforeAll(async () => {
  const office = await openOffice()
  const [row] =
    await office.owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  scene = { office, cast: await castOf(office), owner: office.owner, today: row?.today }
})
afterAll(async () => {
  await closePools()
  await scene.owner.end()
})

const may = <P extends Permission>(who: Who, verb: P) => permit(scene.cast[who], verb)
type Case = { id: number; number: string; version: number }
const form = (one: Case, more: object = {}) =>
  input(proposeHandOverInput, {
    number: one.number,
    version: one.version,
    toDeskId: scene.office.desks.japan_korea,
    reason: '日方总部要求对口日韩部',
    ...more,
  })

/** A deal that its case officer has offered to the desk of headElsewhere, and the offer. */
async function offeredDeal(more: object = {}, by: Who = 'caseOfficer') {
  const deal = await aDeal(scene)
  expect(await proposeDealHandOver(may(by, 'deal.propose_hand_over'), form(deal, more))).toMatchObject({
    kind: 'done',
  })
  return { ...deal, handOverId: await openOffer('deal', deal.id) }
}
async function offeredLead(by: Who = 'caseOfficer') {
  const lead = await aLead(scene)
  expect(await proposeLeadHandOver(may(by, 'lead.propose_hand_over'), form(lead))).toMatchObject({
    kind: 'done',
  })
  return { ...lead, handOverId: await openOffer('lead', lead.id) }
}
async function openOffer(noun: 'lead' | 'deal', id: number) {
  const [row] = await scene.owner`
    select id from hand_overs where ${scene.owner(`${noun}_id`)} = ${id} and state = 'open'`
  return Number(row?.id)
}
const stateOf = async (id: number) =>
  (await scene.owner`select state from hand_overs where id = ${id}`)[0]?.state
const accept = (who: Who, handOverId: number, more: object = {}) =>
  acceptDealHandOver(may(who, 'deal.accept_hand_over'), input(acceptHandOverInput, { handOverId, ...more }))
const decline = (who: Who, handOverId: number) =>
  declineDealHandOver(may(who, 'deal.decline_hand_over'), { handOverId, reason: '先由综合部谈清用地' })
const sees = async (who: Who, number: string) => (await getDeal(may(who, 'deal.read'), number)) !== null

test('an offer shows the record to the heads who receive it, and to nobody else there; it waits on their day', async () => {
  const { number, handOverId, id } = await offeredDeal({ creditShare: '40' })
  expect(await sees('headElsewhere', number)).toBe(true)
  expect(await sees('outsider', number)).toBe(false)
  expect((await getDeal(may('headElsewhere', 'deal.read'), number))?.can).toMatchObject({
    edit: false,
    move: false,
  })
  const waiting = await handOversToDecide(may('headElsewhere', 'day.read'))
  expect(waiting.find(one => one.id === handOverId)).toMatchObject({ number, creditShare: 40, state: 'open' })
  expect(await handOversToDecide(may('headOfDesk', 'day.read'))).toEqual([])
  expect(await handOversToDecide(may('outsider', 'day.read'))).toEqual([])
  expect(await latestHandOver(may('member', 'deal.read'), { noun: 'deal', id })).toMatchObject({
    state: 'open',
  })
})

test('accepted: the desk has it from today, the origin stays a member, a chosen officer has it, progress begins anew', async () => {
  const { number, handOverId, id, version } = await offeredDeal()
  await scene.owner`update deals set last_progress_at = now() - interval '10 days' where id = ${id}`
  const outsider = scene.cast.outsider.id
  expect(await accept('headElsewhere', handOverId, { version, officerId: outsider })).toMatchObject({
    kind: 'done',
  })
  const deal = await getDeal(may('caseOfficer', 'deal.read'), number)
  expect(deal).toMatchObject({ deskId: scene.office.desks.japan_korea, officerId: outsider, readerIds: [] })
  expect(deal?.teamIds).toEqual([scene.cast.caseOfficer.id, scene.cast.member.id, outsider])
  expect(deal?.can.edit).toBe(true)
  const facts = await scene.owner`
    select desk_id::int, effective_on::text, effective_until::text from deal_facts where deal_id = ${id} and fact = 'desk' order by id`
  expect(facts).toMatchObject([
    { desk_id: scene.office.desks.domestic, effective_on: '2026-01-05', effective_until: scene.today },
    { desk_id: scene.office.desks.japan_korea, effective_on: scene.today, effective_until: null },
  ])
  const [fresh] =
    await scene.owner`select last_progress_at > now() - interval '1 minute' as fresh from deals where id = ${id}`
  expect(fresh?.fresh).toBe(true)
  const { items } = await getTimeline(may('director', 'deal.read'), { noun: 'deal', id })
  expect(items.map(item => item.kind === 'log' && item.verb).slice(0, 2)).toEqual([
    'deal.accept_hand_over',
    'deal.propose_hand_over',
  ])
  expect(await getDeal(may('headOfDesk', 'deal.read'), number)).toBeNull()
})

test('a lead without an officer, offered by its head: he stays as a member, its clock runs from now', async () => {
  const lead = await aLead(scene)
  await scene.owner`update leads set case_officer_id = null, team_ids = '{}', stage = 'qualified', last_progress_at = now() - interval '30 days' where id = ${lead.id}`
  await proposeLeadHandOver(may('headOfDesk', 'lead.propose_hand_over'), form(lead))
  const handOverId = await openOffer('lead', lead.id)
  expect(
    await acceptLeadHandOver(may('headElsewhere', 'lead.accept_hand_over'), {
      handOverId,
      version: lead.version,
      officerId: null,
    }),
  ).toMatchObject({ kind: 'done' })
  const now = await getLead(may('headOfDesk', 'lead.read'), lead.number)
  expect(now).toMatchObject({ caseOfficerId: null, teamIds: [scene.cast.headOfDesk.id], clock: 'progress' })
  expect(String(now?.clockDue) > scene.today).toBe(true)
})

test('declined or withdrawn: the record is where it was, and the heads lose sight of it but not of the decision', async () => {
  const one = await offeredDeal()
  expect(await decline('headElsewhere', one.handOverId)).toMatchObject({ kind: 'done' })
  expect(await sees('headElsewhere', one.number)).toBe(false)
  const list = await listHandOvers(may('headElsewhere', 'day.read'), { view: 'decided', page: 1 })
  expect(list.rows[0]).toMatchObject({
    number: one.number,
    name: null,
    state: 'declined',
    decisionReason: '先由综合部谈清用地',
  })
  expect(await latestHandOver(may('caseOfficer', 'deal.read'), { noun: 'deal', id: one.id })).toMatchObject({
    state: 'declined',
  })
  const two = await offeredDeal()
  const withdraw = (who: Who) =>
    withdrawDealHandOver(may(who, 'deal.withdraw_hand_over'), { handOverId: two.handOverId, reason: null })
  expect((await withdraw('colleague')).kind).toBe('refused')
  expect((await withdraw('headElsewhere')).kind).toBe('refused')
  expect((await withdraw('caseOfficer')).kind).toBe('done')
  expect(await sees('headElsewhere', two.number)).toBe(false)
  expect(await accept('headElsewhere', two.handOverId)).toEqual({
    kind: 'refused',
    reason: 'handover.refused.withdrawn',
  })
  expect(await proposeDealHandOver(may('caseOfficer', 'deal.propose_hand_over'), form(two))).toMatchObject({
    kind: 'done',
  })
})

test('an offer is made once, whoever is quicker, and not to its own desk, a closed one, or over the head of a version', async () => {
  const deal = await aDeal(scene)
  const propose = (who: Who, more: object = {}) =>
    proposeDealHandOver(may(who, 'deal.propose_hand_over'), form(deal, more))
  expect(await propose('caseOfficer', { toDeskId: scene.office.desks.domestic })).toMatchObject({
    reason: 'deal.refused.same_desk',
  })
  expect((await propose('caseOfficer', { version: 9 })).kind).toBe('conflict')
  expect(await propose('caseOfficer', { toDeskId: 99_999 })).toMatchObject({ kind: 'invalid' })
  expect((await propose('colleague')).kind).toBe('refused')
  expect((await propose('outsider')).kind).toBe('gone')
  const all = await Promise.all([propose('caseOfficer'), propose('member'), propose('headOfDesk')])
  expect(all.map(({ kind }) => kind).sort()).toEqual(['done', 'refused', 'refused'])
  expect(all).toContainEqual({ kind: 'refused', reason: 'handover.refused.proposed_already' })
})

test('a form that is sent twice makes one offer', async () => {
  const deal = await aDeal(scene)
  const sent = form(deal, { submission: crypto.randomUUID() })
  const send = () => proposeDealHandOver(may('caseOfficer', 'deal.propose_hand_over'), sent)
  expect([await send(), await send()]).toEqual([
    { kind: 'done', value: { number: deal.number } },
    { kind: 'done', value: { number: deal.number } },
  ])
})

test('two heads at once, one accepts and one declines: one decision, and the other is told which', async () => {
  const { outsider } = scene.cast
  const second = { ...outsider, role: 'manager' as const, headOf: outsider.deskIds }
  for (let round = 0; round < 6; round++) {
    const { handOverId, number } = await offeredDeal()
    const both = await Promise.all([
      accept('headElsewhere', handOverId),
      declineDealHandOver(permit(second, 'deal.decline_hand_over'), { handOverId, reason: '不收' }),
    ])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused'])
    const state = await stateOf(handOverId)
    const deal = await getDeal(may('director', 'deal.read'), number)
    expect(deal?.deskId).toBe(scene.office.desks[state === 'accepted' ? 'japan_korea' : 'domestic'])
    expect(both).toContainEqual({ kind: 'refused', reason: `handover.refused.${state}` })
  }
})

test('a record that has moved on is not handed over: placed elsewhere, closed, deleted, changed, an approval waiting', async () => {
  const placed = await offeredDeal()
  await handOverDeal(
    may('director', 'deal.hand_over'),
    input(handOverDealInput, { ...placed, deskId: scene.office.desks.general, reason: '另作安排' }),
  )
  const lost = await offeredDeal()
  await loseDeal(
    may('caseOfficer', 'deal.lose'),
    input(loseDealInput, { ...lost, reasonCode: 'price', reason: '地价' }),
  )
  const deleted = await offeredDeal()
  await deleteDeal(may('director', 'deal.delete'), { number: deleted.number, reason: null })
  for (const { handOverId, number } of [placed, lost, deleted]) {
    expect(await stateOf(handOverId)).toBe('lapsed')
    expect(await accept('headElsewhere', handOverId)).toEqual({
      kind: 'refused',
      reason: 'handover.refused.lapsed',
    })
    if (handOverId !== placed.handOverId) expect(await sees('headElsewhere', number)).toBe(false)
  }
  const edited = await offeredDeal()
  await scene.owner`update deals set version = version + 1 where id = ${edited.id}`
  expect(await accept('headElsewhere', edited.handOverId, { version: edited.version })).toEqual({
    kind: 'refused',
    reason: 'handover.refused.changed',
  })
  const waiting = await offeredDeal()
  await scene.owner`insert into stage_proposals (deal_id, "to", fields, effective_on, proposed_by) values (${waiting.id}, 'approved', '{}', ${scene.today}, ${scene.cast.caseOfficer.id})`
  expect(await accept('headElsewhere', waiting.handOverId)).toMatchObject({
    reason: 'handover.refused.proposal_waits',
  })
  expect((await getDeal(may('director', 'deal.read'), waiting.number))?.deskId).toBe(
    scene.office.desks.domestic,
  )
})

test('a lead that is closed, deleted or placed lets its offer lapse', async () => {
  const closed = await offeredLead()
  await disqualifyLead(
    may('caseOfficer', 'lead.disqualify'),
    input(disqualifyLeadInput, { number: closed.number, reasonCode: 'no_reply', reason: '无回音' }),
  )
  const deleted = await offeredLead()
  await deleteLead(may('director', 'lead.delete'), { number: deleted.number })
  const placed = await offeredLead()
  await handOverLead(may('director', 'lead.hand_over'), {
    number: placed.number,
    deskId: scene.office.desks.general,
    reason: null,
  })
  for (const { handOverId } of [closed, deleted, placed]) {
    expect(await stateOf(handOverId)).toBe('lapsed')
    const late = { handOverId, reason: '不收' }
    expect(await declineLeadHandOver(may('headElsewhere', 'lead.decline_hand_over'), late)).toEqual({
      kind: 'refused',
      reason: 'handover.refused.lapsed',
    })
  }
})

test('the receiving officer must be of that desk, and an offer of a lead is none of a deal', async () => {
  const { handOverId } = await offeredDeal()
  expect(await accept('headElsewhere', handOverId, { officerId: scene.cast.colleague.id })).toMatchObject({
    fields: { officerId: { reason: 'handover.invalid.officer_not_on_desk' } },
  })
  expect(
    (await acceptLeadHandOver(may('headElsewhere', 'lead.accept_hand_over'), { handOverId, officerId: null }))
      .kind,
  ).toBe('gone')
  expect(await accept('headOfDesk', handOverId)).toMatchObject({ reason: 'common.not_permitted' })
  expect(await stateOf(handOverId)).toBe('open')
})

test('who becomes head after the offer sees the record and decides, who is head no longer does neither', async () => {
  const { owner, cast, office } = scene
  const { handOverId, number } = await offeredDeal()
  const head = (who: Who, is: boolean) =>
    owner`update desk_members set head = ${is} where user_id = ${cast[who].id} and desk_id = ${office.desks.japan_korea ?? 0}`
  await head('headElsewhere', false)
  expect(await sees('headElsewhere', number)).toBe(false)
  expect(await sees('outsider', number)).toBe(false)
  await head('outsider', true)
  expect(await sees('outsider', number)).toBe(true)
  await head('outsider', false)
  expect(await sees('outsider', number)).toBe(false)
  await head('headElsewhere', true)
  expect(await sees('headElsewhere', number)).toBe(true)
  expect(await accept('headElsewhere', handOverId)).toMatchObject({ kind: 'done' })
  const [deal] = await owner`select reader_ids from deals where number = ${number}`
  expect((deal?.reader_ids as string[]).map(Number)).not.toContain(cast.headElsewhere.id)
})

test('a head who reads the record of before stays its reader, whatever becomes of the offer', async () => {
  const { owner, cast, office } = scene
  const deal = await aDeal(scene)
  await owner`update deals set reader_ids = array[${cast.headElsewhere.id}::bigint] where id = ${deal.id}`
  await proposeDealHandOver(may('caseOfficer', 'deal.propose_hand_over'), form(deal))
  const head = (is: boolean) =>
    owner`update desk_members set head = ${is} where user_id = ${cast.headElsewhere.id} and desk_id = ${office.desks.japan_korea ?? 0}`
  await head(false)
  expect(await sees('headElsewhere', deal.number)).toBe(true)
  await head(true)
  const handOverId = await openOffer('deal', deal.id)
  await withdrawDealHandOver(may('caseOfficer', 'deal.withdraw_hand_over'), { handOverId, reason: null })
  expect(await sees('headElsewhere', deal.number)).toBe(true)
})
