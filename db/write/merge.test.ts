import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePools, pool } from '@/db/client'
import { doChore } from '@/db/housekeeping/chore'
import { countersEqual } from '@/db/housekeeping/state'
import { getCompany, listCompanies } from '@/db/read/company'
import { companyLog } from '@/db/read/company-log'
import { getContact } from '@/db/read/contact'
import { listDeals } from '@/db/read/deal'
import { getMergePreview } from '@/db/read/merge'
import { mergedHere, mergedInto } from '@/db/read/merged'
import { newDeal } from '@/db/testing/deal'
import { fingerprint } from '@/db/testing/door'
import { merging, recordsOf, unmerging } from '@/db/testing/merge'
import { type Office, openOffice, permit } from '@/db/testing/office'
import { logActivity } from '@/db/write/activity'
import { editCompany } from '@/db/write/company'
import { deleteCompany, restoreCompany } from '@/db/write/company-delete'
import { logActivityInput } from '@/domain/activity/input'
import { defaultCompanyFilter } from '@/domain/company/filter'
import { editCompanyInput } from '@/domain/company/input'
import { defaultDealFilter } from '@/domain/deal/filter'
import { parseInput } from '@/domain/outcome'

let office: Office
let make: ReturnType<typeof recordsOf>
beforeAll(async () => {
  office = await openOffice()
  make = recordsOf(office)
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const director = () => office.actors.director
const head = () => office.actors.headDomestic
/** Every column that a merge may move, of all rows. */
async function links() {
  const { owner } = office
  return Promise.all([
    owner`select id, company_id from contacts order by id`,
    owner`select id, company_id, contact_id, search_text from leads order by id`,
    owner`select id, company_id, contact_id, lead_id from deals order by id`,
    owner`select id, company_id, contact_id, lead_id, deal_id, desk_id, team_ids, for_id from activities order by id`,
    owner`select id, parent_id, deleted_at, merged_into, name, names, credit_code, search_text, array(select unnest(match_keys) order by 1) as match_keys from companies order by id`,
  ])
}
/** Records that are not found by what they say now. */
const unfound = async () => office.owner`
  select 'contact' as noun, record_id from search_contacts s join search_contact e using (record_id) where e.text <> s.text
  union all select 'lead', record_id from search_leads s join search_lead e using (record_id) where e.text <> s.text
  union all select 'deal', record_id from search_deals s join search_deal e using (record_id) where e.text <> s.text`
const lastMerge = async () => Number((await office.owner`select max(id) as id from merges`)[0]?.id)
async function done<T extends { kind: string }>(outcome: Promise<T>) {
  const said = await outcome
  if (said.kind !== 'done') throw new Error(JSON.stringify(said))
  return (
    said as unknown as {
      value: {
        number: string
        merge: number
        moved: Record<string, number>
        stayed: string[]
        linksStayed: number
      }
    }
  ).value
}
async function noted(record: string, text: string) {
  const input = parseInput(logActivityInput, { record, kind: 'call', happenedOn: '2026-05-01', text })
  if (input.kind !== 'done') throw new Error(JSON.stringify(input))
  await done(logActivity(permit(director(), 'activity.create'), input.value))
}

describe('two companies', () => {
  /** One with a child, a contact, a lead with an activity and a deal, two of them deleted. */
  async function pair(mark: string) {
    const kept = await make.company(`留存${mark}`, { 'names.en': `Kept ${mark}` })
    const other = await make.company(`重复${mark}`, {
      'names.en': `Double ${mark}`,
      'names.ja': `重複${mark}`,
      website: 'double.example',
    })
    await make.company(`子公司${mark}`, { parentId: other.id })
    const contact = await make.contact(`张${mark}`, { company: other.number })
    const lead = await make.lead(`线索${mark}`, { companyId: other.id })
    await noted(lead.number, `电话${mark}`)
    const deal = await newDeal(office, { companyId: other.id, contactId: contact.id })
    const gone = await make.lead(`已删${mark}`, { companyId: other.id })
    await office.owner`update leads set deleted_at = now() where id = ${gone.id}`
    return { kept, other, contact, lead, deal, gone }
  }

  test('become one: all that hung on the other hangs on the kept one, was counted before, and comes back by an undo', async () => {
    const { kept, other, lead, deal, gone } = await pair('甲')
    const before = await links()
    const seen = await getMergePreview(permit(head(), 'company.merge'), {
      kept: kept.number,
      other: other.number,
    })
    expect(seen).toMatchObject({
      kind: 'done',
      value: { moves: { contacts: 1, leads: 1, deals: 1, companies: 1 } },
    })
    const { merge, moved } = await done(
      merging(
        head(),
        'company',
        { kept: kept.number, other: other.number },
        { choices: { 'names.en': 'other' } },
      ),
    )
    // the deleted lead goes along; the activity followed its lead
    expect(moved).toEqual({ contacts: 1, leads: 2, deals: 1, companies: 1 })
    const { owner } = office
    const at = await owner`select company_id from leads where id in (${lead.id}, ${gone.id}) union all
      select company_id from deals where id = ${deal.id} union all select company_id from activities where lead_id = ${lead.id}`
    expect(new Set(at.map(row => Number(row.company_id)))).toEqual(new Set([kept.id]))
    expect(await unfound()).toEqual([])
    const company = await getCompany(permit(director(), 'company.read'), kept.number)
    expect(company).toMatchObject({
      names: { en: 'Double 甲', ja: '重複甲' },
      website: 'https://double.example',
    })

    const found = async (text: string) =>
      (await listCompanies(permit(director(), 'company.read'), { ...defaultCompanyFilter, text })).rows.map(
        row => row.number,
      )
    for (const text of ['重复甲', other.number, '留存甲', 'double 甲'])
      expect([text, await found(text)]).toEqual([text, [kept.number]])
    expect(await mergedInto(permit(director(), 'company.read'), other.id)).toBe(kept.number)
    // entered once more under its former name, it is met as well
    const [keys] =
      await owner`select k.match_keys @> o.match_keys as met from companies k, companies o where k.id = ${kept.id} and o.id = ${other.id}`
    expect(keys?.met).toBe(true)
    expect(await mergedHere(permit(office.actors.viewer, 'company.read'), kept.id)).toMatchObject([
      { number: other.number, name: '重复甲', late: false },
    ])
    const verbs = async (id: number) =>
      (await companyLog(permit(director(), 'company.read'), id)).lines.map(line =>
        'verb' in line ? line.verb : line.kind,
      )
    expect(await verbs(kept.id)).toContain('company.merge')
    expect(await verbs(other.id)).toContain('company.merge')

    const undone = await done(unmerging(head(), 'company', merge))
    expect(undone).toMatchObject({ number: other.number, stayed: [], linksStayed: 0 })
    expect(await links()).toEqual(before)
    expect(await unfound()).toEqual([])
    expect(await found('重复甲')).toEqual([other.number])
    expect(await mergedHere(permit(director(), 'company.read'), kept.id)).toEqual([])
  })

  test('what was changed since stays and is named; what was added since stays with the kept one', async () => {
    const { kept, other, contact, lead } = await pair('乙')
    const { merge } = await done(
      merging(
        director(),
        'company',
        { kept: kept.number, other: other.number },
        { choices: { name: 'other' } },
      ),
    )
    const { owner, actors } = office
    await owner`update companies set website = 'https://new.example', version = version + 1 where id = ${kept.id}`
    const elsewhere = await make.company('第三家乙')
    await owner`update contacts set company_id = ${elsewhere.id} where id = ${contact.id}`
    const later = await make.contact('后来的人', { company: kept.number })
    const undone = await done(unmerging(director(), 'company', merge))
    expect(undone).toMatchObject({ stayed: ['website'], linksStayed: 1 })
    expect(await getCompany(permit(actors.officer, 'company.read'), kept.number)).toMatchObject({
      name: '留存乙',
      website: 'https://new.example',
    })
    const [row] = await owner`select company_id from contacts where id = ${contact.id}`
    expect(Number(row?.company_id)).toBe(elsewhere.id)
    const [mine] = await owner`select company_id from contacts where id = ${later.id}`
    expect(Number(mine?.company_id)).toBe(kept.id)
    const [back] = await owner`select company_id from leads where id = ${lead.id}`
    expect(Number(back?.company_id)).toBe(other.id)
    const [line] =
      await owner`select details from log_entries where verb = 'company.undo_merge' and record_id = ${kept.id} order by id desc limit 1`
    expect(line?.details).toMatchObject({ other: other.number, stayed: ['website'], linksStayed: 1 })
  })

  test('a credit code goes to the kept one and back, unless another company has taken it meanwhile', async () => {
    const code = '91350100M000100Y43'
    const kept = await make.company('代码留存')
    const other = await make.company('代码重复', { creditCode: code })
    const pairing = { kept: kept.number, other: other.number }
    const first = await done(merging(director(), 'company', pairing))
    const codeOf = async (number: string) =>
      (await getCompany(permit(director(), 'company.read'), number))?.creditCode
    expect(await codeOf(kept.number)).toBe(code)
    await done(unmerging(director(), 'company', first.merge))
    expect([await codeOf(kept.number), await codeOf(other.number)]).toEqual([null, code])
    const second = await done(merging(director(), 'company', pairing, { choices: { creditCode: 'kept' } }))
    await make.company('代码第三', { creditCode: code })
    expect(await unmerging(director(), 'company', second.merge)).toMatchObject({
      kind: 'refused',
      reason: 'company.credit_code_taken',
    })
  })

  test('no company becomes its own ancestor', async () => {
    const other = await make.company('祖父丙')
    const middle = await make.company('父亲丙', { parentId: other.id })
    const kept = await make.company('孙子丙', { parentId: middle.id })
    const pairing = { kept: kept.number, other: other.number }
    expect(await merging(director(), 'company', pairing)).toMatchObject({
      kind: 'invalid',
      fields: { parentId: { reason: 'company.parent_circle' } },
    })
    await done(merging(director(), 'company', pairing, { choices: { parentId: 'other' } }))
    const [row] = await office.owner`select parent_id from companies where id = ${middle.id}`
    expect(Number(row?.parent_id)).toBe(kept.id)
  })

  test('whoever names the merged one while it is being merged names the kept one', async () => {
    const kept = await make.company('等待留存')
    const other = await make.company('等待重复')
    const { owner, actors } = office
    const slow = await owner.reserve()
    let waited: Promise<unknown> = Promise.resolve()
    try {
      await slow`begin`
      await slow`select 1 from companies where id = ${other.id} for update`
      await slow`update companies set merged_into = ${kept.id}, deleted_at = now() where id = ${other.id}`
      waited = make.contact('迟到者', { company: other.number })
      await new Promise(resolve => setTimeout(resolve, 200))
      await slow`commit`
    } finally {
      slow.release()
    }
    const { id } = (await waited) as { id: number }
    const [row] = await owner`select company_id, created_by from contacts where id = ${id}`
    expect([Number(row?.company_id), Number(row?.created_by)]).toEqual([kept.id, actors.director.id])
  })

  test('with thousands of links: a few statements, exact both ways', async () => {
    const { owner, actors, desks } = office
    const kept = await make.company('大户留存')
    const other = await make.company('大户重复')
    await owner`insert into leads (number, name, company_id, country, source, need, stage_since, search_text, desk_id, team_ids, created_by, updated_by)
      select 'L-2020-' || n, '线索' || n, ${other.id}, 'CN', 'visit', '厂房', '2026-01-05', '', ${desks.domestic}, array[${actors.officer.id}]::bigint[], ${actors.officer.id}, ${actors.officer.id}
      from generate_series(100000, 102999) n`
    await owner`insert into contacts (number, name, company_id, search_text, created_by, updated_by)
      select 'K-2020-' || n, '人' || n, ${other.id}, '', ${actors.officer.id}, ${actors.officer.id} from generate_series(100000, 101999) n`
    const before = await links()
    const { merge, moved } = await done(
      merging(head(), 'company', { kept: kept.number, other: other.number }),
    )
    expect(moved).toMatchObject({ leads: 3_000, contacts: 2_000 })
    await done(unmerging(head(), 'company', merge))
    expect(await links()).toEqual(before)
  })
})

describe('what is not merged leaves nothing half done', () => {
  test('itself, a deleted one, one that is merged already, one that is not there', async () => {
    const { actors, owner } = office
    const [one, two, three] = [
      await make.company('拒绝一'),
      await make.company('拒绝二'),
      await make.company('拒绝三'),
    ]
    const no = async (kept: string, other: string) => {
      const before = await fingerprint(owner)
      const said = await merging(director(), 'company', { kept, other })
      expect(await fingerprint(owner)).toBe(before)
      return said.kind === 'refused' ? said.reason : said.kind
    }
    expect(await no(one.number, one.number)).toBe('merge.refused.itself')
    expect(await no(one.number, 'C-2020-9999')).toBe('gone')
    await deleteCompany(permit(actors.director, 'company.delete'), { number: three.number })
    expect(await no(one.number, three.number)).toBe('merge.refused.deleted')
    expect(await no(three.number, one.number)).toBe('merge.refused.deleted')
    await done(merging(director(), 'company', { kept: one.number, other: two.number }))
    expect(await no(one.number, two.number)).toBe('merge.refused.already')
    expect(await no(two.number, one.number)).toBe('merge.refused.already')
    expect(
      await restoreCompany(permit(actors.director, 'company.restore'), { number: two.number }),
    ).toMatchObject({
      kind: 'refused',
      reason: 'merge.refused.not_restored',
    })
  })

  test('one that was edited meanwhile is a conflict that says by whom', async () => {
    const [kept, other] = [await make.company('冲突留存'), await make.company('冲突重复')]
    const { owner, actors } = office
    await owner`update companies set website = 'https://x.example', version = 2, updated_by = ${actors.officer.id} where id = ${other.id}`
    const before = await fingerprint(owner)
    const stale = await merging(
      director(),
      'company',
      { kept: kept.number, other: other.number },
      { version: 1, otherVersion: 1 },
    )
    expect(stale).toMatchObject({
      kind: 'conflict',
      theirs: { number: other.number, version: 2, by: 'officer' },
    })
    expect(await fingerprint(owner)).toBe(before)
  })

  test('what was changed since it was on the screen is named by its fields', async () => {
    const [kept, other] = [await make.company('标记留存'), await make.company('标记重复')]
    const look = async (since: Date | null) => {
      const asked = { kept: kept.number, other: other.number, changed: other.number, since }
      const seen = await getMergePreview(permit(director(), 'company.merge'), asked)
      if (seen.kind !== 'done') throw new Error(seen.kind)
      return seen.value
    }
    const { at: seen } = await look(null)
    expect((await look(seen)).changed).toEqual([])
    const fields = { number: other.number, version: 1, name: '标记重复', country: 'JP', note: '改过' }
    const edit = parseInput(editCompanyInput, fields)
    if (edit.kind !== 'done') throw new Error(JSON.stringify(edit))
    await editCompany(permit(office.actors.officer, 'company.edit'), edit.value)
    const { at, changed } = await look(seen)
    expect(changed.sort()).toEqual(['country', 'note'])
    expect((await look(at)).changed).toEqual([])
  })

  test('what was ruled of the merged one holds of the kept one, and goes back with it', async () => {
    const { owner, actors } = office
    const [kept, other, third] = [
      await make.company('裁定留存'),
      await make.company('裁定重复'),
      await make.company('裁定他者'),
    ]
    await owner`insert into duplicate_rulings (noun, record_id, typed, other_noun, other_id, other_name, how, verdict, asked_by, ruled_at, ruled_by)
      values ('company', ${other.id}, '裁定重复', 'company', ${third.id}, '裁定他者', 'similar', 'different', ${actors.officer.id}, now(), ${actors.officer.id}),
        ('company', ${third.id}, '裁定他者', 'company', ${other.id}, '裁定重复', 'similar', 'different', ${actors.officer.id}, now(), ${actors.officer.id})`
    const pairs = async () =>
      (
        await owner`select record_id::int as a, other_id::int as b from duplicate_rulings where ${third.id} in (record_id, other_id) order by id`
      ).map(({ a, b }) => [a, b])
    const before = await pairs()
    const { merge } = await done(merging(director(), 'company', { kept: kept.number, other: other.number }))
    expect(await pairs()).toEqual([
      [kept.id, third.id],
      [third.id, kept.id],
    ])
    await done(unmerging(director(), 'company', merge))
    expect(await pairs()).toEqual(before)
  })

  test('two people who merge the same pair at once, also the other way round: one of them does', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [await make.company(`同时一${round}`), await make.company(`同时二${round}`)]
      const said = await Promise.all([
        merging(director(), 'company', { kept: one.number, other: two.number }),
        merging(head(), 'company', { kept: two.number, other: one.number }),
        merging(head(), 'company', { kept: one.number, other: two.number }),
      ])
      expect(said.filter(({ kind }) => kind === 'done')).toHaveLength(1)
      for (const no of said.filter(({ kind }) => kind !== 'done'))
        expect(no).toMatchObject({ kind: 'refused', reason: 'merge.refused.already' })
      const [row] =
        await office.owner`select count(*)::int as n from merges where noun = 'company' and undone_at is null and merged_id in (${one.id}, ${two.id})`
      expect(row?.n).toBe(1)
    }
  })

  test('a form sent twice merges once and gets the first answer', async () => {
    const [kept, other] = [await make.company('两次留存'), await make.company('两次重复')]
    const asked = { version: 1, otherVersion: 1, submission: crypto.randomUUID() }
    const pairing = { kept: kept.number, other: other.number }
    const first = await merging(director(), 'company', pairing, asked)
    expect(await merging(director(), 'company', pairing, asked)).toEqual(first)
  })

  test('what one does not see, or what hangs on another desk, is not merged by a head', async () => {
    const { actors, desks, owner } = office
    const mine = await make.lead('本部线索')
    const theirs = await make.lead('外部线索', { deskId: desks.japan_korea }, 'outsider')
    expect((await merging(head(), 'lead', { kept: mine.number, other: theirs.number })).kind).toBe('gone')
    await owner`update leads set reader_ids = array[${actors.headDomestic.id}]::bigint[] where id = ${theirs.id}`
    const before = await fingerprint(owner)
    const seen = await merging(head(), 'lead', { kept: mine.number, other: theirs.number })
    expect(seen).toMatchObject({ kind: 'refused' })
    expect(await fingerprint(owner)).toBe(before)
    const [kept, other] = [await make.company('他部留存'), await make.company('他部重复')]
    await make.lead('他部线索', { companyId: other.id, deskId: desks.japan_korea }, 'outsider')
    expect(await merging(head(), 'company', { kept: kept.number, other: other.number })).toMatchObject({
      reason: 'merge.refused.not_yours',
    })
    expect((await merging(director(), 'company', { kept: kept.number, other: other.number })).kind).toBe(
      'done',
    )
    expect(await unmerging(head(), 'company', await lastMerge())).toMatchObject({
      reason: 'merge.refused.not_yours',
    })
  })
})

describe('an undo', () => {
  async function merged(mark: string) {
    const [kept, other] = [await make.company(`撤销留存${mark}`), await make.company(`撤销重复${mark}`)]
    return {
      kept,
      other,
      ...(await done(merging(director(), 'company', { kept: kept.number, other: other.number }))),
    }
  }
  const why = async (merge: number) => {
    const said = await unmerging(director(), 'company', merge)
    return said.kind === 'refused' ? said.reason : said.kind
  }

  test('is not done twice, at once or one after the other, nor after 30 days, nor for another noun', async () => {
    const { merge } = await merged('甲')
    const twice = await Promise.all([why(merge), why(merge)])
    expect(twice.sort()).toEqual(['done', 'merge.refused.undone'])
    const { merge: old } = await merged('乙')
    await office.owner`update merges set merged_at = now() - interval '30 days 1 minute' where id = ${old}`
    expect(await why(old)).toBe('merge.refused.too_late')
    expect((await unmerging(director(), 'contact', old)).kind).toBe('gone')
    expect((await unmerging(director(), 'company', 999_999)).kind).toBe('gone')
    await office.owner`update merges set merged_at = now() - interval '29 days' where id = ${old}`
    expect(await why(old)).toBe('done')
  })

  test('waits for a later merge of the kept one to be undone first, and for a deleted one to be restored', async () => {
    const first = await merged('丙')
    const third = await make.company('撤销第三')
    await make.contact('链上的人', { company: first.other.number }).catch(() => null)
    const second = await done(
      merging(director(), 'company', { kept: third.number, other: first.kept.number }),
    )
    expect(await mergedInto(permit(director(), 'company.read'), first.other.id)).toBe(third.number)
    expect(await why(first.merge)).toBe('merge.refused.kept_merged')
    expect(await why(second.merge)).toBe('done')
    expect(await why(first.merge)).toBe('done')
    const gone = await merged('丁')
    const { actors } = office
    await deleteCompany(permit(actors.director, 'company.delete'), { number: gone.kept.number })
    expect(await why(gone.merge)).toBe('merge.refused.kept_deleted')
    expect(await mergedInto(permit(director(), 'company.read'), gone.other.id)).toBeNull()
    await restoreCompany(permit(actors.director, 'company.restore'), { number: gone.kept.number })
    expect(await why(gone.merge)).toBe('done')
  })
})

test('two contacts: phones can stand together; what is masked stays masked in the log; details come back', async () => {
  const { owner, actors } = office
  const kept = await make.contact('王女士', { phones: '13800138000' })
  const other = await make.contact('王小姐', { phones: '13900139000', email: 'wang@example.com' })
  const deal = await newDeal(office, { contactId: other.id })
  const { merge } = await done(
    merging(head(), 'contact', { kept: kept.number, other: other.number }, { choices: { phones: 'both' } }),
  )
  const details = async (number: string) =>
    (await getContact(permit(director(), 'contact.read'), number))?.details
  expect(await details(kept.number)).toEqual({
    phones: ['13800138000', '13900139000'],
    email: 'wang@example.com',
    wechat: null,
  })
  const [row] = await owner`select contact_id from deals where id = ${deal.id}`
  expect(Number(row?.contact_id)).toBe(kept.id)
  const [open] =
    await owner`select details::text from log_entries where noun = 'contact' and record_id = ${kept.id} order by id desc limit 1`
  expect(open?.details).not.toMatch(/139|example/)
  expect(await mergedHere(permit(actors.viewer, 'contact.read'), kept.id)).toHaveLength(1)
  await done(unmerging(head(), 'contact', merge))
  expect(await details(kept.number)).toEqual({ phones: ['13800138000'], email: null, wechat: null })
  expect(await details(other.number)).toMatchObject({ phones: ['13900139000'] })
  // when nobody can undo it any more, the numbers are kept no longer
  const { purge } = await import('@/db/housekeeping/purge')
  await owner`update merges set undone_at = now() - interval '2 days' where id = ${merge}`
  await owner`delete from chore_runs where chore = 'purge'`
  await doChore(await pool('housekeeping'), purge)
  expect(await owner`select 1 from merge_values where merge_id = ${merge}`).toHaveLength(0)
})

describe('two deals, two leads', () => {
  const totals = async () => countersEqual(office.owner as never)

  test('a deal counts once, at every date, and twice again after an undo; totals equal a recount all along', async () => {
    const { owner, actors } = office
    const stated = { total: '2亿', totalCurrency: 'CNY', statedOn: '2026-02-01' }
    const kept = await newDeal(office, { name: '合并留存项目', effectiveOn: '2026-01-05' })
    const other = await newDeal(office, { name: '合并重复项目', effectiveOn: '2026-01-05', ...stated })
    await owner`update deals set team_ids = team_ids || ${actors.outsider.id}::bigint where id = ${other.id}`
    await noted(other.number, '重复项目的电话')
    const list = async (asOf: string | null) => {
      const { total, sums } = await listDeals(permit(director(), 'deal.read'), {
        ...defaultDealFilter,
        text: '合并',
        asOf,
      })
      return [total, Number(sums.total.cny / 100_000_000n)]
    }
    const [day] =
      await owner`select effective_on::text as on from deal_facts where deal_id = ${other.id} and fact = 'total_investment'`
    expect(await list(null)).toEqual([2, 200])
    const before = await links()
    const facts = () =>
      owner`select * from deal_facts where deal_id = ${kept.id} and superseded_at is null order by id`
    const factsBefore = await facts()
    const { merge, moved } = await done(merging(head(), 'deal', { kept: kept.number, other: other.number }))
    expect(moved).toEqual({ activities: 1 })
    expect(await list(null)).toEqual([1, 200])
    // the total stands from the day on which it was stated: past figures keep the amount, and count one deal
    expect(await list(day?.on)).toEqual([1, 200])
    expect(await totals()).toBe(true)
    const [activity] = await owner`select deal_id, team_ids from activities where text = '重复项目的电话'`
    expect(Number(activity?.deal_id)).toBe(kept.id)
    expect((activity?.team_ids as string[]).map(Number)).toContain(actors.outsider.id)
    expect(
      (await listDeals(permit(actors.outsider, 'deal.read'), defaultDealFilter)).rows.map(row => row.number),
    ).toContain(kept.number)
    await done(unmerging(head(), 'deal', merge))
    expect(await list(null)).toEqual([2, 200])
    expect(await totals()).toBe(true)
    expect(await links()).toEqual(before)
    expect(await facts()).toEqual(factsBefore)
    expect(
      (await listDeals(permit(actors.outsider, 'deal.read'), defaultDealFilter)).rows.map(row => row.number),
    ).not.toContain(kept.number)
  })

  test('a lead whose deal lives, and a deal whose approval waits, are kept or wait', async () => {
    const { owner } = office
    const [kept, other] = [await make.lead('转化留存'), await make.lead('转化重复')]
    const deal = await newDeal(office)
    await owner`update leads set stage = 'converted' where id = ${other.id}`
    await owner`update deals set lead_id = ${other.id} where id = ${deal.id}`
    expect(await merging(director(), 'lead', { kept: kept.number, other: other.number })).toMatchObject({
      reason: 'merge.refused.has_deal',
    })
    expect((await merging(director(), 'lead', { kept: other.number, other: kept.number })).kind).toBe('done')
    const waiting = await newDeal(office)
    await owner`insert into stage_proposals (deal_id, "to", fields, effective_on, proposed_by) values (${waiting.id}, 'approved', '{}', '2026-03-01', ${office.actors.officer.id})`
    expect(await merging(head(), 'deal', { kept: deal.number, other: waiting.number })).toMatchObject({
      reason: 'merge.refused.waits',
    })
  })

  test('leads: needs stand together, team and activities join, stage and clock of the kept one stand', async () => {
    const { owner } = office
    const [kept, other] = [
      await make.lead('线索留存'),
      await make.lead('线索重复', { need: '仓库', intended: '3000万', intendedCurrency: 'CNY' }),
    ]
    await noted(other.number, '重复线索的电话')
    const before = await links()
    const row = async (id: number) =>
      (
        await owner`select need, intended_minor, stage, clock, clock_due, team_ids, search_text from leads where id = ${id}`
      )[0]
    const was = await row(kept.id)
    const { merge } = await done(
      merging(head(), 'lead', { kept: kept.number, other: other.number }, { choices: { need: 'both' } }),
    )
    expect(await row(kept.id)).toMatchObject({
      need: '厂房\n\n仓库',
      intended_minor: '3000000000',
      stage: was?.stage,
      clock: was?.clock,
    })
    expect(await totals()).toBe(true)
    await done(unmerging(head(), 'lead', merge))
    expect(await row(kept.id)).toEqual(was)
    expect(await links()).toEqual(before)
    expect(await totals()).toBe(true)
  })
})
