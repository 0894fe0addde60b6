import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor } from '@/domain/policy/actor'
import { choose, putBack, type Side, sides } from './choose'
import { mergeFields } from './field'
import { mergeInput } from './input'
import { type Mergeable, type MergeFacts, mayMerge, nounOfNumber, refuseMerge } from './merge'
import type { Row } from './value'

const actor = (role: Actor['role'], headOf: number[] = []): Actor => ({
  id: 1,
  login: 'x',
  name: 'x',
  role,
  deskIds: headOf,
  covers: [],
  headOf,
  locale: null,
  theme: 'system',
  mustChangePassword: false,
})
const none: MergeFacts = { elsewhere: false, otherWaits: false, otherHasDeal: false }
const deal = (number: string, more: Partial<Mergeable> = {}): Mergeable => ({
  number,
  deletedAt: null,
  mergedInto: null,
  deskId: 1,
  stage: 'negotiation',
  status: 'active',
  ...more,
})

describe('who merges what', () => {
  test('the director all, a head where both are on desks that he heads', () => {
    const [here, there] = [{ deskId: 1 }, { deskId: 2 }]
    expect(mayMerge('deal', actor('director'), [here, there], false)).toBe(true)
    expect(mayMerge('deal', actor('manager', [1]), [here, there], false)).toBe(false)
    expect(mayMerge('deal', actor('manager', [1, 2]), [here, there], false)).toBe(true)
    expect(mayMerge('company', actor('manager', [1]), [{}, {}], true)).toBe(false)
    expect(mayMerge('company', actor('manager', [1]), [{}, {}], false)).toBe(true)
    expect(mayMerge('company', actor('director'), [{}, {}], true)).toBe(true)
  })

  test.each([
    ['already', deal('D-2'), deal('D-1', { mergedInto: 3, deletedAt: new Date() })],
    ['deleted', deal('D-2', { deletedAt: new Date() }), deal('D-1')],
    ['further', deal('D-2'), deal('D-1', { stage: 'approved' })],
    ['ended', deal('D-2', { status: 'lost' }), deal('D-1')],
    ['ended', deal('L-2', { stage: 'disqualified' }), deal('L-1', { stage: 'new' })],
    ['further', deal('L-2', { stage: 'new' }), deal('L-1', { stage: 'contacted' })],
  ] as const)('%s: what is gone, further along or still running is not merged away', (why, kept, other) => {
    const noun = kept.number.startsWith('L') ? 'lead' : 'deal'
    expect(refuseMerge(noun, actor('director'), { kept, other }, none)?.reason).toBe(`merge.refused.${why}`)
  })

  test('an ended one goes into one that runs, however far it had come', () => {
    const ended = deal('D-1', { stage: 'approved', status: 'withdrawn' })
    expect(refuseMerge('deal', actor('director'), { kept: deal('D-2'), other: ended }, none)).toBeNull()
  })

  test('a waiting approval and a living deal hold', () => {
    const pair = { kept: deal('D-2'), other: deal('D-1') }
    const why = (facts: Partial<MergeFacts>) =>
      refuseMerge('deal', actor('director'), pair, { ...none, ...facts })?.reason
    expect(why({ otherWaits: true })).toBe('merge.refused.waits')
    expect(why({ otherHasDeal: true })).toBe('merge.refused.has_deal')
    expect(why({})).toBeUndefined()
  })

  test('a number says its noun', () => {
    expect(['C-2026-0001', 'K-2026-0001', 'L-2026-0001', 'D-2026-0001'].map(nounOfNumber)).toEqual([
      'company',
      'contact',
      'lead',
      'deal',
    ])
    for (const wrong of ['E-2026-0001', 'C-26-1', '', '../C-2026-0001'])
      expect(nounOfNumber(wrong)).toBeNull()
  })
})

const company = (more: Row = {}): Row => ({
  name: '甲',
  nameLocale: 'zh-Hans',
  names: {},
  country: 'CN',
  province: null,
  origin: null,
  kind: null,
  segment: null,
  industryId: null,
  creditCode: null,
  website: null,
  parentId: null,
  inZone: false,
  note: null,
  ...more,
})

describe('a choice per field', () => {
  test('what only the other has is taken unless one says no; what both have stands as it is', () => {
    const kept = company({ website: 'https://a.example', names: { en: 'A' } })
    const other = company({
      name: '乙',
      website: 'https://b.example',
      segment: 'sme',
      names: { en: 'B', ja: '乙' },
    })
    expect(choose('company', kept, other, {})).toMatchObject({
      set: { segment: 'sme', names: { en: 'A', ja: '乙' } },
    })
    expect(choose('company', kept, other, { segment: 'kept', 'names.ja': 'kept' })).toMatchObject({ set: {} })
    expect(choose('company', kept, other, { name: 'other', 'names.en': 'other' })).toMatchObject({
      set: { name: '乙', nameLocale: 'zh-Hans', names: { en: 'B', ja: '乙' }, segment: 'sme' },
      before: { name: ['甲', 'zh-Hans'], 'names.en': ['A'] },
    })
  })

  test('notes and phones can stand together, within their limits', () => {
    const both = choose('company', company({ note: '一' }), company({ note: '二' }), { note: 'both' })
    expect(both).toMatchObject({ set: { note: '一\n\n二' } })
    const long = company({ note: '长'.repeat(9_000) })
    const other = company({ note: '文'.repeat(9_000) })
    expect(choose('company', long, other, { note: 'both' })).toMatchObject({
      kind: 'invalid',
      fields: { note: { reason: 'text.too_long' } },
    })
    const card = (phones: string[]): Row => ({ name: '王', names: {}, phones, email: null, wechat: null })
    expect(choose('contact', card(['1', '2']), card(['2', '3']), { phones: 'both' })).toMatchObject({
      set: { phones: ['1', '2', '3'] },
    })
    const five = (from: number) => Array.from({ length: 5 }, (_, n) => String(from + n))
    expect(choose('contact', card(five(0)), card(five(10)), { phones: 'both' })).toMatchObject({
      fields: { phones: { reason: 'contact.too_many_phones' } },
    })
  })

  test('an amount goes with its currency, rate and day, and comes back as it was', () => {
    const amounts = (minor: bigint | null): Row => ({
      ...Object.fromEntries(mergeFields.deal.flatMap(({ columns }) => columns).map(column => [column, null])),
      names: {},
      totalNotStated: false,
      totalMinor: minor,
      totalCurrency: minor && 'USD',
      totalRate: minor && '7.10000000',
      totalCny: minor && minor * 7n,
      totalOn: minor && '2026-03-01',
    })
    const chosen = choose('deal', amounts(null), amounts(90_071_992_547_409_930n), {})
    if (chosen.kind !== 'chosen') throw new Error('invalid')
    expect(chosen.set).toMatchObject({
      totalMinor: 90_071_992_547_409_930n,
      totalCurrency: 'USD',
      totalOn: '2026-03-01',
    })
    const stored = JSON.parse(JSON.stringify({ before: chosen.before, after: chosen.after }))
    const back = putBack('deal', { ...amounts(null), ...chosen.set }, stored)
    expect(back).toMatchObject({ set: { totalMinor: null, totalCurrency: null }, stayed: [] })
  })

  const text = fc.option(fc.constantFrom('甲', '乙', 'x', ''), { nil: null })
  const anyCompany = fc.record({
    name: fc.constantFrom('甲', '乙'),
    names: fc.dictionary(fc.constantFrom('en', 'ja', 'ko'), fc.constantFrom('A', 'B'), { maxKeys: 3 }),
    website: text,
    note: text,
    inZone: fc.boolean(),
    industryId: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
  })
  const anyChoices = fc.dictionary(
    fc.constantFrom(...mergeFields.company.map(({ key }) => key)),
    fc.constantFrom<Side>(...sides),
  )

  test('whatever is chosen, an undo gives back every field that was not changed since, and names the others', () => {
    fc.assert(
      fc.property(anyCompany, anyCompany, anyChoices, fc.boolean(), (one, two, choices, touched) => {
        const [kept, other] = [company(one), company(two)]
        const chosen = choose('company', kept, other, choices)
        if (chosen.kind !== 'chosen') throw new Error('invalid')
        const merged = { ...kept, ...chosen.set }
        const since = touched ? { ...merged, website: 'https://since.example' } : merged
        const { set, stayed } = putBack('company', since, JSON.parse(JSON.stringify(chosen)))
        const undone: Row = { ...since, ...set }
        expect(stayed).toEqual(touched && chosen.after.website ? ['website'] : [])
        const expected = { ...kept, ...(touched && { website: 'https://since.example' }) }
        expect(undone).toEqual(expected)
      }),
    )
  })

  test('a form may choose a side for the fields that there are, and nothing else', () => {
    const form = { kept: 'C-2026-0001', other: 'c-2026-0002', version: '3', otherVersion: '1' }
    const parsed = mergeInput('company').parse({ ...form, 'choose.name': 'other', 'choose.number': 'other' })
    expect(parsed).toMatchObject({ other: 'C-2026-0002', version: 3, choices: { name: 'other' } })
    expect(parsed.choices).not.toHaveProperty('number')
    expect(mergeInput('company').safeParse({ ...form, 'choose.name': 'mine' }).success).toBe(false)
    expect(mergeInput('company').safeParse({ ...form, other: 'L-2026-0001' }).success).toBe(false)
  })
})
