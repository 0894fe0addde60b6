import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { eachContact } from '@/db/read/contact-list'
import { importRowsOf } from '@/db/read/import'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { prepareImport, receiveImport } from '@/db/write/import'
import { applyImport } from '@/db/write/import-apply'
import { checkImport } from '@/db/write/import-check'
import { contactColumns } from '@/domain/contact/column'
import { defaultContactFilter } from '@/domain/contact/filter'
import { maskedCells } from '@/domain/contact/masked'
import { contactSheet } from '@/domain/contact/sheet'
import { rowPlans } from '@/domain/import/batch'
import { readRecords } from '@/domain/import/testing/record'
import { nameKey } from '@/domain/name/name-key'
import type { Book } from '@/domain/spreadsheet/book'
import { csvStream } from '@/domain/spreadsheet/csv'
import { xlsxStream } from '@/domain/spreadsheet/xlsx'
import { type Locale, locales } from '@/domain/user/user'
import { localeNames } from '@/i18n/locale'
import { messagesIn } from '@/i18n/words'

const formats = ['xlsx', 'csv'] as const
type Format = (typeof formats)[number]
const written = locales.flatMap(locale => formats.map(format => ({ locale, format })))

let office: Office
/** Nine contacts, each with something that a file could lose; two companies of one name. */
beforeAll(async () => {
  office = await openOffice()
  const { owner, actors, desks, industryId } = office
  const by = actors.officer.id
  for (const [number, name] of [
    ['C-2026-0001', '远洋装备有限公司'],
    ['C-2026-0002', '株式会社青嶋製作所'],
    ['C-2026-0003', '同名公司'],
    ['C-2026-0004', '同名公司'],
  ] as const)
    await owner`insert into companies (number, name, country, name_key, search_text, created_by, updated_by)
      values (${number}, ${name}, 'CN', ${nameKey(name)}, ${name}, ${by}, ${by})`
  const people: [company: string | null, name: string, more: object, details: object][] = [
    [
      'C-2026-0001',
      '马国强',
      { title: '副总经理', consent: 'given', language: 'zh-Hans' },
      { phones: ['13800000001'] },
    ],
    [
      'C-2026-0002',
      '青木一郎',
      {
        language: 'ja',
        consent: 'refused',
        names: {
          'zh-Hans': '青木一郎',
          'zh-Hant': '青木一郎君',
          en: 'Aoki, Ichiro',
          ja: '青木 一郎',
          ko: '아오키',
        },
      },
      { phones: ['+81 3-1234-5678', '090-1234-5678', '021-6234 5678 转 12'], email: 'aoki@example.com' },
    ],
    [
      'C-2026-0001',
      '=1+1',
      { title: '@home', note: '-5\n第二行' },
      { phones: ['+86 631 5231234'], wechat: '-wx_2026-' },
    ],
    [
      'C-2026-0001',
      'O\'Neil, "Pat"; sales',
      { language: 'en', note: "'=1" },
      { email: 'pat+zone@example.com' },
    ],
    [null, '김민수', { language: 'ko', title: '부장 / 팀장' }, { wechat: 'minsu_kim' }],
    [
      null,
      '林怡君',
      { language: 'zh-Hant', title: '專員\u00a0（駐區）' },
      { phones: ['+886 2 2345 6789', '0912-345-678'] },
    ],
    ['C-2026-0001', '未填电话', {}, {}],
    ['C-2026-0002', '合计', { title: '备注' }, { phones: ['13900000009'] }],
  ]
  const all = [...people, ['C-2026-0004', '同名来人', {}, { phones: ['13700000007'] }] as const]
  for (const [at, [company, name, more, details]] of all.entries()) {
    const facts = { title: null, note: null, language: null, consent: 'unknown', names: {}, ...more }
    const { phones, email, wechat } = { phones: [] as string[], email: null, wechat: null, ...details }
    const [row] = await owner`
      insert into contacts (number, company_id, name, names, title, language, consent, note, search_text, created_by, updated_by, created_at)
      values (${`K-2025-000${at + 1}`}, (select id from companies where number = ${company}), ${name}, ${owner.json(facts.names)},
        ${facts.title}, ${facts.language}, ${facts.consent}, ${facts.note}, ${name}, ${by}, ${by}, ${`2025-0${at + 1}-11T03:04:05Z`})
      returning id`
    const id = Number(row?.id)
    await owner`insert into contact_details (contact_id, phones, email, wechat, updated_by) values (${id}, ${phones}, ${email}, ${wechat}, ${by})`
    // the first is named by a deal of the officer's desk: to him it is not masked
    if (at === 0)
      await owner`insert into deals (number, name, company_id, contact_id, country, industry_id, source, desk_id, case_officer_id, team_ids, stage, stage_since, status_since, search_text, created_by, updated_by)
        values ('D-2026-0801', '项目', (select company_id from contacts where id = ${id}), ${id}, 'CN', ${industryId}, 'visit', ${desks.domestic}, ${by}, ${[by]}, 'negotiation', '2026-01-05', '2026-01-05', '', ${by}, ${by})`
  }
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

/** The file that this person takes out: all columns, all rows. */
async function exported(who: StaffName, locale: Locale, format: Format): Promise<Uint8Array> {
  const { contact } = await messagesIn(locale)
  const book: Book<never> = {
    name: contact.title,
    locale,
    about: [contact.title, '—', contact.maskedInFile.replace('{masked}', maskedCells[locale])],
    columns: contactSheet(contactColumns, {
      locale,
      timezone: 'Asia/Shanghai',
      column: key => contact.column[key],
      consent: consent => contact.consent[consent],
      language: language => localeNames[language],
    }),
    rows: eachContact(permit(office.actors[who], 'contact.export'), defaultContactFilter) as never,
    now: new Date(),
  }
  const stream = format === 'xlsx' ? xlsxStream(book) : csvStream(book)
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** A file read and checked, by the director; empty cells clear. `without`: columns that he does not take. */
async function checked(bytes: Uint8Array, format: Format, without: readonly string[] = []) {
  const granted = permit(office.actors.director, 'contact.import')
  const received = await receiveImport(granted, { name: `contacts.${format}`, bytes })
  if (received.kind !== 'done') throw new Error(JSON.stringify(received))
  const { id } = received.value
  const left = contactColumns.flatMap((column, at) => (without.includes(column) ? [[at, ''] as const] : []))
  await prepareImport(granted, { id, sheet: null, mode: 'both', clearEmpty: true, columns: new Map(left) })
  const answer = await checkImport(granted, { id })
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer))
  const rows = await importRowsOf(permit(office.actors.director, 'import.read'), id, { plans: rowPlans })
  return { id, granted, counts: answer.value.counts, rows }
}

const details = () =>
  office.owner`select contact_id, phones, email, wechat from contact_details order by contact_id`
const read = async (bytes: Uint8Array, format: Format) =>
  (await readRecords(bytes, `contacts.${format}`, 'contact')).records

describe.each(written)('a file of contacts in $locale, .$format', ({ locale, format }) => {
  test('has all that an import knows, under heads that it reads as its own', async () => {
    const { mapping } = await readRecords(
      await exported('director', locale, format),
      `a.${format}`,
      'contact',
    )
    expect(mapping.problems).toEqual([])
    expect(mapping.columns.map(({ field }) => field)).toEqual([
      'number',
      'name',
      'company',
      'title',
      'phones',
      'email',
      'wechat',
      'language',
      'consent',
      null,
      'names.zh-Hans',
      'names.zh-Hant',
      'names.en',
      'names.ja',
      'names.ko',
      'note',
      'createdOn',
    ])
  })

  test('comes in again and changes nothing, though empty cells clear', async () => {
    const { counts, rows } = await checked(await exported('director', locale, format), format)
    expect(rows.filter(({ plan }) => plan !== 'same')).toEqual([])
    expect(counts).toMatchObject({ rows: 9, same: 9, update: 0, bad: 0, warned: 0 })
  })

  test('from somebody to whom details are masked holds none of them, and clears none', async () => {
    const before = await details()
    for (const [who, masked] of [
      ['viewer', 9],
      ['outsider', 9],
      ['officer', 8],
    ] as const) {
      const bytes = await exported(who, locale, format)
      const records = await read(bytes, format)
      expect(
        records.filter(({ phones, email, wechat }) => [phones, email, wechat].join() === '*,*,*'),
      ).toHaveLength(masked)
      const { counts, rows } = await checked(bytes, format)
      expect([who, counts]).toMatchObject([who, { same: 9, update: 0, bad: 0, warned: masked }])
      expect(new Set(rows.flatMap(({ warnings }) => warnings.map(({ reason }) => reason)))).toEqual(
        new Set(['import.keeps.masked']),
      )
    }
    expect(await details()).toEqual(before)
  })
})

test('a masked cell beside one that is changed stays on file; in a new row it is left empty', async () => {
  const { column } = (await messagesIn('zh-Hans')).contact
  const heads = [column.number, column.name, column.title, column.phones, column.wechat]
  const lines = [
    heads,
    ['K-2025-0001', '马国强', '总经理', '(hidden)', ''],
    ['', '新来的人', '', '（已隐藏）', 'xinlai_2026'],
  ]
  const { id, granted, counts } = await checked(
    new TextEncoder().encode(lines.map(line => line.join(',')).join('\n')),
    'csv',
  )
  expect(counts).toMatchObject({ update: 1, create: 1, bad: 0, warned: 2 })
  expect((await applyImport(granted, { id, good: false })).kind).toBe('done')
  const [old, fresh] = await office.owner`
    select c.title, d.phones, d.wechat from contacts c left join contact_details d on d.contact_id = c.id
    where c.name in ('马国强', '新来的人') order by c.id`
  expect(old).toEqual({ title: '总经理', phones: ['13800000001'], wechat: null })
  expect(fresh).toEqual({ title: null, phones: [], wechat: 'xinlai_2026' })
})

test.each(formats)(
  'a .%s comes into a bureau that has none of them, and goes out as it was but for the numbers',
  async format => {
    // of two companies of one name only a person can say which is meant
    await office.owner`update contacts set deleted_at = now(), deleted_by = updated_by where name in ('同名来人', '新来的人')`
    const bytes = await exported('director', 'zh-Hans', format)
    const before = await read(bytes, format)
    await office.owner`update deals set contact_id = null`
    await office.owner`update contacts set deleted_at = now(), deleted_by = updated_by where deleted_at is null`
    const { id, granted, counts } = await checked(bytes, format, ['number'])
    expect(counts).toMatchObject({ create: 8, bad: 0, ask: 0, warned: 0 })
    expect((await applyImport(granted, { id, good: false })).kind).toBe('done')
    const after = await read(await exported('director', 'zh-Hans', format), format)
    const bare = (records: typeof before) => records.map(({ number: _, ...rest }) => rest)
    expect(bare(after)).toEqual(bare(before))
    expect(after.map(({ number }) => number)).not.toEqual(before.map(({ number }) => number))
  },
)
