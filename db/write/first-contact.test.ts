import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { listDuplicateRulings, listFirstContactCases } from '@/db/read/case'
import { firstContactOf } from '@/db/read/first-contact'
import { unlike } from '@/db/testing/door'
import { input } from '@/db/testing/door-write'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { deleteActivity, logActivity } from '@/db/write/activity'
import { contestFirstContact, ruleFirstContact, stateFirstContact } from '@/db/write/first-contact'
import { createLead } from '@/db/write/lead-create'
import { contactLead } from '@/db/write/lead-move'
import { logActivityInput } from '@/domain/activity/input'
import { createLeadInput } from '@/domain/lead/input'
import { contactLeadInput } from '@/domain/lead/move-input'
import type { Outcome } from '@/domain/outcome'
import type { Permission } from '@/domain/policy/table'

let office: Office
let today: string
beforeAll(async () => {
  office = await openOffice()
  const [row] =
    await office.owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  today = String(row?.today)
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const may = <P extends Permission>(who: StaffName, verb: P) => permit(office.actors[who], verb)
function done<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}
async function aCompany(): Promise<number> {
  const [row] = await office.owner`
    insert into companies (number, name, country, name_key, search_text, created_by, updated_by)
    values (${`C-2026-${unlike()}`}, '两部同访的企业', 'CN', '', '', 1, 1) returning id`
  return Number(row?.id)
}
const lead = async (
  who: StaffName,
  desk: 'domestic' | 'japan_korea',
  companyId: number | null,
  more: object = {},
) =>
  done(
    await createLead(
      may(who, 'lead.create'),
      input(createLeadInput, {
        ...(companyId ? { companyId } : {}),
        contactName: '王总',
        country: 'CN',
        need: '厂房',
        nextStep: '回电',
        nextStepOn: today,
        deskId: office.desks[desk],
        ...more,
      }),
    ),
  )
const met = (who: StaffName, number: string, kind = 'meeting') =>
  logActivity(
    may(who, 'activity.create'),
    input(logActivityInput, { record: number, kind, happenedOn: today, text: '面谈' }),
  )
const seen = (who: StaffName, id: number) => firstContactOf(may(who, 'lead.read'), 'lead', id)

/** Both desks have met one investor: the domestic desk first. */
async function both() {
  const companyId = await aCompany()
  const ours = await lead('officer', 'domestic', companyId)
  const theirs = await lead('outsider', 'japan_korea', companyId)
  done(await met('officer', ours.number))
  done(await met('outsider', theirs.number))
  return { companyId, ours, theirs }
}

describe('first contact', () => {
  test('is of the desk that first recorded a two-way contact with a named person; a note or nobody named takes nothing', async () => {
    const companyId = await aCompany()
    const ours = await lead('officer', 'domestic', companyId)
    const nobody = await lead('outsider', 'japan_korea', companyId, { contactName: '' })
    done(await met('officer', ours.number, 'note'))
    done(await met('outsider', nobody.number))
    expect((await seen('officer', ours.id))?.claims).toEqual([])
    done(await met('officer', ours.number, 'call'))
    const contact = await seen('officer', ours.id)
    expect(contact?.holder).toMatchObject({
      deskId: office.desks.domestic,
      byId: office.actors.officer.id,
      kind: 'call',
      withName: '王总',
    })
    expect((await seen('outsider', nobody.id))?.holder).toMatchObject({
      deskId: office.desks.domestic,
      kind: null,
      withName: null,
    })
    expect(await seen('outsider', ours.id)).toBeNull()
  })

  test('is taken by reaching somebody as well, and follows the bare name to its company', async () => {
    const bare = await lead('officer', 'domestic', null, { name: `裸名客商${unlike()}` })
    done(
      await contactLead(
        may('officer', 'lead.move'),
        input(contactLeadInput, {
          number: bare.number,
          reachedName: '李总',
          reachedOn: today,
          nextStep: '再谈',
          nextStepOn: today,
        }),
      ),
    )
    expect((await seen('officer', bare.id))?.holder).toMatchObject({ kind: 'reached', withName: '李总' })
    const companyId = await aCompany()
    await office.owner`update leads set company_id = ${companyId} where id = ${bare.id}`
    const other = await lead('outsider', 'japan_korea', companyId)
    expect((await seen('outsider', other.id))?.holder?.deskId).toBe(office.desks.domestic)
  })

  test('lapses after 30 days without progress, goes to the next, and begins anew with a later contact; a struck one does not count', async () => {
    const { ours, theirs } = await both()
    expect((await seen('officer', ours.id))?.holder?.deskId).toBe(office.desks.domestic)
    await office.owner`update first_contacts set at = now() - interval '60 days', progress_at = now() - interval '31 days' where lead_id = ${ours.id}`
    expect((await seen('officer', ours.id))?.holder?.deskId).toBe(office.desks.japan_korea)
    const again = done(await met('officer', ours.number))
    expect(await office.owner`select 1 from first_contacts where lead_id = ${ours.id}`).toHaveLength(2)
    expect((await seen('officer', ours.id))?.holder?.deskId).toBe(office.desks.japan_korea)
    done(await deleteActivity(may('officer', 'activity.delete'), { id: again.activityId, restore: false }))
    expect((await seen('outsider', theirs.id))?.claims).toHaveLength(2)
  })

  test('of another desk is told to whoever begins to work on the investor', async () => {
    const companyId = await aCompany()
    const ours = await lead('officer', 'domestic', companyId)
    done(await met('officer', ours.number))
    const form = {
      companyId,
      contactName: '王总',
      country: 'CN',
      need: '厂房',
      nextStep: '回电',
      nextStepOn: today,
      asks: 'on',
    }
    const asked = await createLead(
      may('outsider', 'lead.create'),
      input(createLeadInput, { ...form, deskId: office.desks.japan_korea }),
    )
    expect(asked).toMatchObject({
      kind: 'invalid',
      matches: [
        {
          how: 'first_contact',
          number: null,
          deskId: office.desks.domestic,
          officerId: office.actors.officer.id,
        },
      ],
    })
  })
})

describe('a contested first contact', () => {
  test('goes to the director with both sides, is ruled once though two rule at the same moment, and the credit follows', async () => {
    const { ours, theirs } = await both()
    const contest = { record: theirs.number, reason: '展会上先谈，名片为证' }
    expect(
      await contestFirstContact(may('officer', 'first_contact.contest'), { ...contest, record: ours.number }),
    ).toEqual({
      kind: 'refused',
      reason: 'first_contact.own',
    })
    const { id } = done(await contestFirstContact(may('outsider', 'first_contact.contest'), contest))
    expect(await contestFirstContact(may('headAsia', 'first_contact.contest'), contest)).toMatchObject({
      reason: 'first_contact.open_already',
    })
    expect(
      (await office.owner`select distinct user_id from notifications where kind = 'ruling_asked'`)
        .map(row => Number(row.user_id))
        .sort(),
    ).toEqual(
      [
        office.actors.director.id,
        office.actors.headDomestic.id,
        office.actors.headAsia.id,
        office.actors.officer.id,
      ].sort(),
    )
    done(await stateFirstContact(may('headDomestic', 'first_contact.state'), { id, statement: '二月已会面' }))
    expect(
      (await stateFirstContact(may('outsider', 'first_contact.state'), { id, statement: '不' })).kind,
    ).toBe('refused')
    const {
      rows: [open],
    } = await listFirstContactCases(may('director', 'case.read'), { state: 'open', page: 1 })
    expect(open).toMatchObject({ reason: contest.reason, statement: '二月已会面' })
    expect(open?.evidence.map(({ deskId }) => deskId)).toEqual([
      office.desks.domestic,
      office.desks.japan_korea,
    ])
    const {
      rows: [forParty],
    } = await listFirstContactCases(may('outsider', 'case.read'), { state: 'open', page: 1 })
    expect(forParty?.evidence.map(({ deskId }) => deskId)).toEqual([office.desks.japan_korea])
    const rule = { id, winner: 'claimant' as const, claimantPercent: 70, ruling: '以名片为准' }
    const two = await Promise.all([
      ruleFirstContact(may('director', 'first_contact.rule'), rule),
      ruleFirstContact(may('director', 'first_contact.rule'), { ...rule, winner: 'holder' }),
    ])
    expect(two.map(({ kind }) => kind).sort()).toEqual(['done', 'refused'])
    expect(
      await office.owner`select sum(percent)::int as sum from credit_shares where case_id = ${id}`,
    ).toEqual([{ sum: 100 }])
    const shown = await seen('officer', ours.id)
    expect(shown?.ruled?.shares).toEqual([
      { deskId: office.desks.japan_korea, percent: 70 },
      { deskId: office.desks.domestic, percent: 30 },
    ])
    expect(
      (await listFirstContactCases(may('director', 'case.read'), { state: 'ruled', page: 1 })).rows[0]?.id,
    ).toBe(id)
    expect(
      (await stateFirstContact(may('headDomestic', 'first_contact.state'), { id, statement: '迟' })).kind,
    ).toBe('refused')
  })

  test('needs a record of one’s own desk', async () => {
    const companyId = await aCompany()
    const ours = await lead('officer', 'domestic', companyId)
    const theirs = await lead('outsider', 'japan_korea', companyId)
    done(await met('officer', ours.number))
    const contest = (number: string) =>
      contestFirstContact(may('outsider', 'first_contact.contest'), { record: number, reason: '先' })
    expect(await contest(theirs.number)).toMatchObject({ reason: 'first_contact.no_evidence' })
    expect(await contest(ours.number)).toEqual({ kind: 'gone' })
  })

  test('is not seen by a desk that has no part in it, nor are its shares other than 100 in all', async () => {
    const general = { ...office.actors.colleague, deskIds: [office.desks.europe_us] }
    expect(
      (await listFirstContactCases(permit(general, 'case.read'), { state: 'ruled', page: 1 })).rows,
    ).toEqual([])
    expect(
      (await listDuplicateRulings(permit(general, 'case.read'), { state: 'ruled', page: 1 })).rows,
    ).toEqual([])
    const [one] = await office.owner`select id from first_contact_cases limit 1`
    await expect(
      office.owner`insert into credit_shares (case_id, desk_id, percent) values (${one?.id}, ${office.desks.general}, 5)`,
    ).rejects.toThrow(/add up to 100/)
  })
})
