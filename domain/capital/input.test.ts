import { expect, test } from 'vitest'
import { parseInput } from '@/domain/outcome'
import { bases, basisOn, counts, inForce } from './basis'
import { planArrivalInput, proposeArrivalInput } from './input'
import { editCapitalInput } from './structure-input'

const base = { number: 'D-2026-0001', version: '0' }
const row = (n: number, fields: Record<string, string>) =>
  Object.fromEntries(
    Object.entries({ kind: 'registered', origin: 'abroad', form: 'cash', currency: 'USD', ...fields }).map(
      ([key, value]) => [`${key}-${n}`, value],
    ),
  )
const read = (...rows: Record<string, string>[]) =>
  parseInput(editCapitalInput, Object.assign({ ...base }, ...rows))
const faults = (...rows: Record<string, string>[]) => {
  const parsed = read(...rows)
  return parsed.kind === 'invalid'
    ? Object.fromEntries(Object.entries(parsed.fields).map(([k, v]) => [k, v.reason]))
    : {}
}

test('rows of the form become parts; an empty row says nothing, a dropped one is gone', () => {
  const parsed = read(
    row(0, { amount: '150万', party: '艾迪' }),
    row(1, { amount: '200万美元', form: 'shares' }),
    row(2, {}),
    row(3, { rest: 'on', origin: 'this_city', currency: 'CNY' }),
    row(4, { id: '7', amount: '1万', drop: 'on' }),
  )
  expect(parsed).toMatchObject({ kind: 'done', value: { version: 0 } })
  const parts = parsed.kind === 'done' ? parsed.value.parts : []
  expect(parts.map(({ money, rest, form, party }) => [money?.minor ?? null, rest, form, party])).toEqual([
    [150_000_000n, false, 'cash', '艾迪'],
    [200_000_000n, false, 'shares', null],
    [null, true, 'cash', null],
  ])
})

test('two rests, a rest with an amount, zero, below zero, an unknown currency and no amount are said at their row', () => {
  expect(faults(row(0, { rest: 'on' }), row(5, { rest: 'on' }))).toEqual({
    'rest-5': 'capital.invalid.two_rests',
  })
  expect(faults(row(0, { rest: 'on', amount: '5万' }))).toEqual({
    'amount-0': 'capital.invalid.rest_with_amount',
  })
  expect(faults(row(0, { amount: '0' }), row(1, { amount: '-5万' }), row(2, { party: '甲' }))).toEqual({
    'amount-0': 'money.read.zero',
    'amount-1': 'money.read.negative',
    'amount-2': 'money.read.empty',
  })
  expect(faults(row(0, { amount: '5万', currency: 'RUB' }))).toEqual({ 'currency-0': 'input.not_offered' })
  expect(faults(row(0, { amount: '5万卢布' }))).toEqual({ 'amount-0': 'money.read.unreadable' })
})

test('a loan is cash, and a partner’s own loan comes from abroad', () => {
  expect(faults(row(0, { amount: '5万', kind: 'bank_loan', form: 'land' }))).toEqual({
    'form-0': 'capital.invalid.loan_is_cash',
  })
  expect(faults(row(0, { amount: '5万', kind: 'partner_loan', origin: 'elsewhere' }))).toEqual({
    'origin-0': 'capital.invalid.partner_loan_is_foreign',
  })
})

test('a plan needs a last day or words for it, in their order; a correction needs its reason', () => {
  const plan = { number: base.number, partId: '1', amount: '150万', currency: 'USD' }
  const said = (parsed: ReturnType<typeof parseInput>) =>
    parsed.kind === 'invalid' ? Object.keys(parsed.fields) : []
  expect(said(parseInput(planArrivalInput, plan))).toEqual(['byOn'])
  expect(said(parseInput(planArrivalInput, { ...plan, when: '8、9月份' }))).toEqual([])
  expect(said(parseInput(planArrivalInput, { ...plan, fromOn: '2026-09-01', byOn: '2026-08-01' }))).toEqual([
    'fromOn',
  ])
  const arrival = { ...plan, arrivedOn: '2026-08-01', voucher: '银行回单 3 号' }
  expect(said(parseInput(proposeArrivalInput, arrival))).toEqual([])
  expect(said(parseInput(proposeArrivalInput, { ...arrival, correctsId: '4' }))).toEqual(['correctionReason'])
  expect(said(parseInput(proposeArrivalInput, { ...arrival, voucher: ' ', amount: '0' }))).toEqual([
    'voucher',
  ])
})

test('Hong Kong, Macao and Taiwan count as foreign capital, a bank’s loan does not; attracted is what is from outside the city', () => {
  const foreign = basisOn('foreign', '2026-06-30')
  expect(counts(foreign, { origin: 'hk_mo_tw', kind: 'registered' })).toBe(true)
  expect(counts(foreign, { origin: 'abroad', kind: 'partner_loan' })).toBe(true)
  expect(counts(foreign, { origin: 'abroad', kind: 'bank_loan' })).toBe(false)
  expect(counts(foreign, { origin: 'elsewhere', kind: 'registered' })).toBe(false)
  const attracted = basisOn('attracted', '2026-06-30')
  expect(
    ['elsewhere', 'this_province', 'this_city', 'abroad'].filter(origin =>
      counts(attracted, { origin: origin as 'abroad', kind: 'bank_loan' }),
    ),
  ).toEqual(['elsewhere', 'this_province'])
})

test('a new version of a basis holds from its day on, and what lay before is counted by the old one', () => {
  const versions = [
    bases.foreign[0],
    { ...bases.foreign[0], version: 2, from: '2027-01-01', kinds: ['registered'] },
  ] as const
  expect(
    ['1999-01-01', '2026-12-31', '2027-01-01'].map(day => inForce(versions as never, day).version),
  ).toEqual([1, 1, 2])
  for (const all of Object.values(bases))
    expect(all.map(({ version }) => version)).toEqual(all.map((_, index) => index + 1))
})
