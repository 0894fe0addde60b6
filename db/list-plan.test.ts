import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, type Tx } from '@/db/as'
import { closePools } from '@/db/client'
import { companyIds } from '@/db/read/company'
import { contactIds } from '@/db/read/contact-list'
import { eventIds } from '@/db/read/event'
import { leadIds } from '@/db/read/lead-list'
import { type Office, openOffice, permit } from '@/db/testing/office'
import { explaining, faultsOf } from '@/db/testing/plan'
import { zoneRules } from '@/db/zone'
import { type CompanyFilter, companyList, defaultCompanyFilter } from '@/domain/company/filter'
import { type ContactFilter, contactList, defaultContactFilter } from '@/domain/contact/filter'
import { defaultEventFilter, type EventFilter, eventList } from '@/domain/event/filter'
import { defaultLeadFilter, type LeadFilter, leadList } from '@/domain/lead/filter'
import { leadStages } from '@/domain/lead/lead'

let office: Office
/** Twenty thousand leads, companies, contacts and events; half of the leads are closed and wait for nothing. */
beforeAll(async () => {
  office = await openOffice()
  const { owner, actors, desks, industryId } = office
  const deskIds = Object.values(desks)
  const by = actors.officer.id
  await owner`
    insert into companies (number, name, country, kind, segment, industry_id, in_zone, name_key, search_text, created_by, updated_by, updated_at)
    select 'C-2026-' || n, '企业' || n, case when n % 3 = 0 then 'JP' else 'CN' end, 'foreign', 'sme', ${industryId}, n % 5 = 0,
      '企业' || n, 'x', ${by}, ${by}, now() - (n * 7919 % 20000) * interval '1 minute' from generate_series(1, 20000) n`
  await owner`
    insert into contacts (number, company_id, name, language, consent, search_text, created_by, updated_by, updated_at)
    select 'K-2026-' || n, 1 + (n * 7 % 20000), '来人' || n, case n % 10 when 0 then 'ja' when 1 then 'ko' else 'zh-Hans' end,
      case when n % 100 = 0 then 'refused' when n % 3 = 0 then 'given' else 'unknown' end, 'x',
      ${by}, ${by}, now() - (n * 7919 % 20000) * interval '1 minute' from generate_series(1, 20000) n`
  await owner`
    insert into events (number, kind, name, starts_on, ends_on, country, city, desk_ids, search_text, created_by, updated_by)
    select 'E-2026-' || n, 'seminar', '招商活动' || n, date '2010-01-01' + n % 6000, date '2010-01-03' + n % 6000,
      case when n % 3 = 0 then 'JP' else 'CN' end, '东港', array[(${deskIds}::bigint[])[1 + n % 4]], 'x', ${by}, ${by}
    from generate_series(1, 20000) n`
  await owner`
    insert into leads (number, name, company_id, country, industry_id, source, need, intended_minor, intended_currency, intended_cny,
      stage, stage_since, next_step, next_step_on, clock, clock_due, search_text, desk_id, case_officer_id, team_ids, created_by,
      updated_by, created_at, updated_at)
    select 'L-2026-' || n, '线索' || n, n, case when n % 3 = 0 then 'JP' else 'CN' end, ${industryId}, 'referral', '厂房',
      case when n % 8 > 0 then n * 100000 end, case when n % 8 > 0 then 'CNY' end, case when n % 8 > 0 then n * 100000 end,
      (${[...leadStages]}::text[])[1 + n % 5], '2026-01-01', '电话', case when n % 2 = 0 then date '2026-08-01' + n % 90 end,
      case when n % 2 = 0 then 'answer' end, case when n % 2 = 0 then date '2026-07-01' + n % 200 end, 'x',
      (${deskIds}::bigint[])[1 + n % 4], ${by}, array[case when n % 40 = 1 then ${actors.outsider.id}::bigint else ${by}::bigint end, ${by}::bigint],
      ${by}, ${by}, now() - n * interval '1 minute', now() - (n * 7919 % 20000) * interval '1 minute' from generate_series(1, 20000) n`
  await owner`insert into tags (name, key) values ('重点', 'x'), ('少见', 'y')`
  await owner`insert into lead_tags select id, (select id from tags where key = 'x') from leads where id % 10 = 0`
  await owner`insert into lead_tags select id, (select id from tags where key = 'y') from leads where id % 2000 = 0`
  await owner`insert into company_tags select id, (select id from tags where key = 'x') from companies where id % 10 = 0`
  await owner`analyze`
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const roles = ['director', 'headAsia', 'outsider', 'covering'] as const
type Role = (typeof roles)[number]
/** `covering`: the outsider, who stands in for somebody on the team of every lead. */
const actorOf = (who: Role) =>
  who === 'covering' ? { ...office.actors.outsider, covers: [office.actors.officer.id] } : office.actors[who]
type Plans = Parameters<typeof explaining>[1]
const slice = { limit: 50, offset: 0 }

async function plansOf(who: Role, ask: (tx: Tx, asked: Tx) => Promise<unknown>): Promise<Plans> {
  const plans: Plans = []
  await as(permit(actorOf(who), 'lead.read'), 'read', tx => ask(tx, explaining(tx, plans)))
  expect(plans.length).toBeGreaterThan(0)
  return plans
}
const leads = (who: Role, changes: Partial<LeadFilter>) =>
  plansOf(who, async (tx, asked) =>
    leadIds(asked, { ...defaultLeadFilter, ...changes }, await zoneRules(tx), slice),
  )
const companies = (who: Role, changes: Partial<CompanyFilter>) =>
  plansOf(who, (_, asked) => companyIds(asked, { ...defaultCompanyFilter, ...changes }, slice))
const contacts = (who: Role, changes: Partial<ContactFilter>) =>
  plansOf(who, (_, asked) => contactIds(asked, { ...defaultContactFilter, ...changes }, slice))
const events = (who: Role, changes: Partial<EventFilter>) =>
  plansOf(who, (_, asked) => eventIds(asked, { ...defaultEventFilter, ...changes }, slice))

/** Every role with every order, each way. */
const ordersOf = <K extends string>(list: { sortColumn: Readonly<Record<K, unknown>> }) =>
  roles.flatMap(who =>
    (Object.keys(list.sortColumn) as K[]).flatMap(key =>
      [true, false].map(descending => ({
        who,
        sort: { key, descending },
        name: `${who}: ${key}, descending ${descending}`,
      })),
    ),
  )
const each = <F>(filters: readonly F[]) =>
  roles.flatMap(who =>
    filters.map(filter => ({ who, filter, name: `${who}: ${Object.entries(filter as object).join('; ')}` })),
  )

test.each(ordersOf(leadList))('leads, $name: an index, without a sort or a scan', async ({ who, sort }) => {
  expect(faultsOf(await leads(who, { sort }), 'leads')).toEqual([])
})
test.each(ordersOf(companyList))(
  'companies, $name: an index, without a sort or a scan',
  async ({ who, sort }) => {
    expect(faultsOf(await companies(who, { sort }), 'companies')).toEqual([])
  },
)
test.each(ordersOf(contactList))(
  'contacts, $name: an index, without a sort or a scan',
  async ({ who, sort }) => {
    expect(faultsOf(await contacts(who, { sort }), 'contacts')).toEqual([])
  },
)
test.each(ordersOf(eventList))('events, $name: an index, without a sort or a scan', async ({ who, sort }) => {
  expect(faultsOf(await events(who, { sort }), 'events')).toEqual([])
})

/* A filter may find few rows by an index of its own and sort them; never a tenth of the table. */
const ofLeads: Partial<LeadFilter>[] = [
  { desks: ['domestic'] },
  { stages: ['converted'] },
  { countries: ['CN'] },
  { industries: [1] },
  { tags: [1] },
  { tags: [2] },
  { officer: 1 },
  { officer: 'none' },
  { sources: ['referral'] },
  { sources: ['event'] },
  { event: 'E-2026-1' },
  { company: 'C-2026-1' },
  { clock: 'overdue' },
  { clock: 'soon' },
  { unrouted: true },
  { createdFrom: '2026-01-01', createdTo: '2026-12-31' },
]
test.each(each(ofLeads))('leads, $name: no scan, and no sort of a tenth', async ({ who, filter }) => {
  expect(faultsOf(await leads(who, filter), 'leads', 2_000)).toEqual([])
})
const ofCompanies: Partial<CompanyFilter>[] = [
  { countries: ['JP'] },
  { countries: ['US'] },
  { kinds: ['foreign'] },
  { segments: ['sme'] },
  { industries: [1] },
  { tags: [1] },
  { inZone: true },
]
test.each(each(ofCompanies))('companies, $name: no scan, and no sort of a tenth', async ({ who, filter }) => {
  expect(faultsOf(await companies(who, filter), 'companies', 2_000)).toEqual([])
})
const ofContacts: Partial<ContactFilter>[] = [
  { countries: ['JP'] },
  { countries: ['US'] },
  { industries: [1] },
  { countries: ['JP'], languages: ['ja'] },
  { languages: ['zh-Hans'] },
  { languages: ['ko'] },
  { consents: ['unknown'] },
  { consents: ['refused'] },
]
test.each(each(ofContacts))('contacts, $name: no scan, and no sort of a tenth', async ({ who, filter }) => {
  expect(faultsOf(await contacts(who, filter), 'contacts', 2_000)).toEqual([])
})
const ofEvents: Partial<EventFilter>[] = [
  { kinds: ['seminar'] },
  { desks: ['domestic'] },
  { year: 2020 },
  { countries: ['JP'] },
]
test.each(each(ofEvents))('events, $name: no scan, and no sort of a tenth', async ({ who, filter }) => {
  expect(faultsOf(await events(who, filter), 'events', 2_000)).toEqual([])
})
