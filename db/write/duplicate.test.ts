import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { newDeal } from '@/db/testing/deal'
import { input } from '@/db/testing/door-write'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { createCompany, editCompany } from '@/db/write/company'
import { createContact, editContact } from '@/db/write/contact'
import { createDeal } from '@/db/write/deal-create'
import { editDeal } from '@/db/write/deal-edit'
import { checkWhileTyping } from '@/db/write/duplicate'
import { askDuplicate, ruleDuplicate } from '@/db/write/duplicate-ask'
import { createLead } from '@/db/write/lead-create'
import { createCompanyInput, editCompanyInput } from '@/domain/company/input'
import { createContactInput, editContactInput } from '@/domain/contact/input'
import { createDealInput, editDealInput } from '@/domain/deal/input'
import { checkLookAlikesInput } from '@/domain/duplicate/input'
import { LIMITS, type LookAlike } from '@/domain/duplicate/look-alike'
import { createLeadInput } from '@/domain/lead/input'
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
beforeEach(() => office.owner`delete from duplicate_probes`)
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const may = <P extends Permission>(who: StaffName, verb: P) => permit(office.actors[who], verb)
const company = (more: object, who: StaffName = 'officer') =>
  createCompany(may(who, 'company.create'), input(createCompanyInput, { country: 'CN', ...more }))
const contact = (more: object, who: StaffName = 'officer') =>
  createContact(may(who, 'contact.create'), input(createContactInput, { name: '张先生', ...more }))
const lead = (more: object, who: StaffName = 'officer', desk: 'domestic' | 'japan_korea' = 'domestic') =>
  createLead(
    may(who, 'lead.create'),
    input(createLeadInput, {
      country: 'CN',
      need: '厂房',
      nextStep: '回电',
      nextStepOn: today,
      deskId: office.desks[desk],
      ...more,
    }),
  )
const typing = (more: object, who: StaffName = 'officer') =>
  checkWhileTyping(
    may(who, 'duplicate.check'),
    input(checkLookAlikesInput, { names: [], reach: [], ...more }),
  )

function matchesOf(outcome: Outcome<unknown>): readonly LookAlike[] {
  if (outcome.kind !== 'invalid') throw new Error(JSON.stringify(outcome))
  return outcome.matches ?? []
}
function done<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}
const keys = (matches: readonly LookAlike[]) => matches.map(({ key }) => key)
const rulingsOf = (noun: string, number: string) =>
  office.owner`select r.* from duplicate_rulings r where r.noun = ${noun}
    and r.record_id = (select id from ${office.owner(`${noun === 'company' ? 'companie' : noun}s`)} where number = ${number})`

describe('the same key blocks until a person rules', () => {
  test('a company: by any of its names; different with a reason is kept and not asked again', async () => {
    const first = done(
      await company({
        name: '海川精密机械有限公司',
        'names.ja': '海川精密機械株式会社',
        'names.en': 'Haichuan Precision',
      }),
    )
    for (const name of ['海川精密機械株式會社', 'HAICHUAN PRECISION Co., Ltd.', '海川精密机械'])
      expect(matchesOf(await company({ name }))).toMatchObject([
        { number: first.number, how: 'name', noun: 'company' },
      ])
    const asked = await company({ name: '海川精密机械股份有限公司' })
    expect(asked).toMatchObject({ fields: { different: { reason: 'duplicate.blocks' } } })
    const ruled = keys(matchesOf(asked))
    expect((await company({ name: '海川精密机械股份有限公司', ruled })).kind).toBe('invalid')
    expect((await company({ name: '海川精密机械股份有限公司', different: '无关' })).kind).toBe('invalid')
    const second = done(await company({ name: '海川精密机械股份有限公司', ruled, different: '台州的另一家' }))
    expect(await rulingsOf('company', second.number)).toMatchObject([
      { verdict: 'different', reason: '台州的另一家', how: 'name', other_name: '海川精密机械有限公司' },
    ])
    const edit = (name: string) =>
      editCompany(
        may('officer', 'company.edit'),
        input(editCompanyInput, { number: second.number, version: 1, name, country: 'CN' }),
      )
    expect((await edit('海川精密机械集团')).kind).toBe('done')
  })

  test('what a forged form says of matches that are none has no effect, and a match that came meanwhile is asked', async () => {
    done(await company({ name: '晨曦生物' }))
    const forged = ['company:C-2026-0001', crypto.randomUUID(), "company:x'; drop table companies", '…']
    const outcome = await company({
      name: '晨曦生物有限公司',
      ruled: forged,
      attach: ['company:C-2026-9999'],
      different: '不同',
    })
    expect(matchesOf(outcome)).toHaveLength(1)
    expect(await office.owner`select 1 from companies where name = '晨曦生物有限公司'`).toEqual([])
  })

  test('a contact: by phone however it is written, or by e-mail; the same joins the company instead', async () => {
    const { number } = done(
      await contact({ name: '陆经理', phones: '138 1234 0001', email: 'Lu@Example.com' }),
    )
    for (const more of [
      { phones: '+86-13812340001' },
      { phones: '86 138 1234 0001' },
      { email: 'lu@example.com' },
    ])
      expect(matchesOf(await contact(more))).toMatchObject([{ number, noun: 'contact' }])
    expect((await contact({ phones: '80015' })).kind === 'invalid').toBe(false)
    const firm = done(await company({ name: '陆经理所在公司' }))
    const same = {
      name: '陆 经理',
      phones: '13812340001',
      company: firm.number,
      attach: [`contact:${number}`],
    }
    expect(done(await contact(same)).number).toBe(number)
    expect(
      await office.owner`select c.number from contacts k join companies c on c.id = k.company_id where k.number = ${number}`,
    ).toMatchObject([{ number: firm.number }])
    const other = done(await contact({ name: '另一位', phones: '13812340009' }))
    const edited = await editContact(
      may('officer', 'contact.edit'),
      input(editContactInput, {
        number: other.number,
        version: 1,
        name: '另一位',
        details: 'on',
        phones: '13812340001',
      }),
    )
    expect(matchesOf(edited)).toMatchObject([{ number, how: 'phone' }])
  })

  test('a lead takes the company or the person on file when they are the same', async () => {
    const firm = done(await company({ name: '宏远轴承有限公司' }))
    const person = done(await contact({ name: '宏经理', phones: '13812340002', company: firm.number }))
    const matches = matchesOf(await lead({ name: '宏远轴承', contactName: '宏', reachAt: '13812340002' }))
    expect(keys(matches).sort()).toEqual([`company:${firm.number}`, `contact:${person.number}`])
    const made = done(await lead({ name: '宏远轴承', reachAt: '13812340002', attach: keys(matches) }))
    expect(
      await office.owner`select c.number as firm, k.number as person from leads l join companies c on c.id = l.company_id join contacts k on k.id = l.contact_id where l.number = ${made.number}`,
    ).toMatchObject([{ firm: firm.number, person: person.number }])
    expect(await rulingsOf('lead', made.number)).toMatchObject([{ verdict: 'same' }, { verdict: 'same' }])
  })

  test('a card for a lead that is there joins it, and no second lead is made', async () => {
    const first = done(await lead({ name: '同一投资人' }))
    const again = { name: '同一投资人', contactName: '赵总', reachAt: '13812340003' }
    const joined = done(await lead({ ...again, attach: [`lead:${first.number}`] }, 'officer'))
    expect(joined.number).toBe(first.number)
    expect(
      await office.owner`select k.name from leads l join contacts k on k.id = l.contact_id where l.name = '同一投资人'`,
    ).toMatchObject([{ name: '赵总' }])
  })
})

describe('what is only similar warns', () => {
  test('a form is held once and told; an import goes on', async () => {
    done(await company({ name: '蓝海新材料（深圳）有限公司' }))
    const asked = await company({ name: '深圳市蓝海新材料集团', asks: 'on' })
    expect(asked).toMatchObject({ fields: { different: { reason: 'duplicate.warns' } } })
    expect(matchesOf(asked)).toMatchObject([{ how: 'similar' }])
    expect(
      (await company({ name: '深圳市蓝海新材料集团', asks: 'on', ruled: keys(matchesOf(asked)) })).kind,
    ).toBe('done')
    expect((await company({ name: '蓝海新材（青岛）有限公司' })).kind).toBe('done')
  })

  test('a second deal of one investor in one industry for nearly as much', async () => {
    await newDeal(office, { total: '1亿', totalCurrency: 'CNY' })
    const { companyId } = (await office.owner`select company_id as "companyId" from deals limit 1`)[0] as {
      companyId: string
    }
    const form = (total: string) =>
      input(createDealInput, {
        name: '二期',
        companyId,
        deskId: office.desks.domestic,
        country: 'TW',
        industryId: office.industryId,
        source: 'visit',
        total,
        totalCurrency: 'CNY',
        asks: 'on',
      })
    expect(matchesOf(await createDeal(may('officer', 'deal.create'), form('1.2亿')))).toMatchObject([
      { noun: 'deal', how: 'investor' },
    ])
    const made = done(await createDeal(may('officer', 'deal.create'), form('1.3亿')))
    const edit = (said: object) =>
      editDeal(
        may('officer', 'deal.edit'),
        input(editDealInput, { ...made, total: '1.1亿', totalCurrency: 'CNY', asks: 'on', ...said }),
      )
    const met = matchesOf(await edit({}))
    expect(met).toMatchObject([{ noun: 'deal', how: 'investor' }])
    // not asked about what it does not change
    expect((await edit({ name: '二期厂房', total: '1.3亿' })).kind).toBe('done')
    const { version } = made
    expect((await edit({ version: version + 1, ruled: keys(met) })).kind).toBe('done')
    const rulings =
      await office.owner`select verdict from duplicate_rulings where noun = 'deal' and record_id = ${made.id}`
    expect(rulings.map(({ verdict }) => verdict)).toEqual(['different'])
    // ruled on, it is asked about no more
    expect((await edit({ version: version + 2, total: '1.15亿' })).kind).toBe('done')
  })
})

describe('a record of another desk', () => {
  test('is told by company, desk, officer and day alone; its officer may be asked, once', async () => {
    const theirs = done(
      await lead(
        { name: '株式会社北辰', contactName: '北', reachAt: '+81 3 1111 2222' },
        'outsider',
        'japan_korea',
      ),
    )
    const [met, ...rest] = matchesOf(await lead({ name: '北辰' }))
    expect(rest).toEqual([])
    expect(met).toEqual({
      key: expect.stringMatching(/^[0-9a-f-]{36}$/),
      noun: 'lead',
      how: 'name',
      name: '株式会社北辰',
      number: null,
      deskId: office.desks.japan_korea,
      officerId: office.actors.outsider.id,
      since: expect.any(String),
    })
    const line = await office.owner`select noun, record_id, details from log_entries where noun = 'duplicate'`
    expect(line).toMatchObject([{ record_id: null, details: { met: 'lead', how: 'name' } }])
    const ask = { ask: met?.key ?? '', name: '北辰' }
    expect((await askDuplicate(may('officer', 'duplicate.ask'), ask)).kind).toBe('done')
    expect((await askDuplicate(may('officer', 'duplicate.ask'), ask)).kind).toBe('done')
    expect((await askDuplicate(may('colleague', 'duplicate.ask'), ask)).kind).toBe('gone')
    expect(
      await office.owner`select kind, user_id from notifications where kind = 'duplicate_asked'`,
    ).toMatchObject([{ user_id: String(office.actors.outsider.id) }])
    const [open] = await office.owner`select id from duplicate_rulings where verdict is null`
    const rule = { id: Number(open?.id), verdict: 'same' as const, reason: '同一家' }
    const both = await Promise.all([
      ruleDuplicate(may('headAsia', 'duplicate.rule'), rule),
      ruleDuplicate(may('director', 'duplicate.rule'), { ...rule, verdict: 'different' }),
    ])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused'])
    expect(theirs.number).toMatch(/^L-/)
    const own = { ruled: [met?.key], different: '同名不同人' }
    expect((await lead({ name: '北辰', ...own })).kind).toBe('done')
  })

  test('is not to be found out by trying: a limit of hits in an hour, keys of one letter and extensions match nothing', async () => {
    for (let at = 0; at <= LIMITS.hits; at += 1)
      done(await lead({ name: `探测目标第${at}号株式会社` }, 'outsider', 'japan_korea'))
    for (let at = 0; at < LIMITS.hits; at += 1)
      expect(matchesOf(await lead({ name: `探测目标第${at}号` }))[0]?.number).toBeNull()
    expect(await lead({ name: `探测目标第${LIMITS.hits}号` })).toEqual({
      kind: 'refused',
      reason: 'duplicate.too_many',
    })
    expect(await typing({ noun: 'lead', names: [`探测目标第${LIMITS.hits}号`] })).toEqual([])
    expect(await typing({ noun: 'lead', names: ['探'] }, 'director')).toEqual([])
    await office.owner`insert into duplicate_probes (user_id) select ${office.actors.colleague.id} from generate_series(1, ${LIMITS.checks})`
    expect(await typing({ noun: 'lead', names: ['探测目标第1号'] }, 'colleague')).toEqual([])
  })

  test('is asked about by those alone who may enter something', async () => {
    const ask = (settings: string) =>
      office.owner.begin(async tx => {
        await tx.unsafe(
          `select set_config('role', 'sees_desk', true), set_config('app.user', '1', true), ${settings}`,
        )
        return tx`select * from look_alikes('lead', null, '{n:北辰}', '{}', null, '{}', null, null, null)`
      })
    await expect(
      ask(`set_config('app.verb', 'lead.read', true), set_config('app.writes', 'all', true)`),
    ).rejects.toThrow(/outside of an entry/)
    await expect(
      ask(`set_config('app.verb', 'lead.create', true), set_config('app.writes', 'none', true)`),
    ).rejects.toThrow(/outside of an entry/)
  })
})

test('two who type the same company at once: one enters it, the other is asked', async () => {
  const both = await Promise.all([
    company({ name: '竞速科技' }),
    company({ name: '竞速科技有限公司' }, 'outsider'),
  ])
  expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'invalid'])
})
