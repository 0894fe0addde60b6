import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Combobox } from './combobox'
import { Field } from './field'
import { FormTyped } from './form-typed'
import { Checkbox, DateInput, Radios, Select, TextArea, TextInput } from './inputs'
import { MoneyInput } from './money-input'

const drawn = (typed: Record<string, string>, form: React.ReactNode, theirs?: Record<string, unknown>) =>
  renderToStaticMarkup(
    <FormTyped
      value={{ typed, theirs: theirs && { values: theirs, shown: {}, version: '4' }, saved: '已存为' }}
    >
      {form}
    </FormTyped>,
  )
const words = { none: '', clear: '' }
const companies = [{ value: '7', label: '马氏' }]

describe('a page that is drawn anew with the answer to a plain post', () => {
  it('has each text, day and choice as it was typed, not as it stands in the record', () => {
    const html = drawn(
      { name: '新名', note: '多行\n文字', on: '2026-02-30', desk: '2', kind: 'b' },
      <>
        <TextInput name="name" defaultValue="旧名" />
        <TextArea name="note" defaultValue="" />
        <DateInput name="on" defaultValue="2026-01-01" />
        <Select
          name="desk"
          defaultValue="1"
          options={[1, 2].map(n => ({ value: `${n}`, label: `部${n}` }))}
        />
        <Radios name="kind" defaultValue="a" options={['a', 'b'].map(value => ({ value, label: value }))} />
      </>,
    )
    expect(html).toContain('value="新名"')
    expect(html).toContain('>多行\n文字</textarea>')
    expect(html).toContain('value="2026-02-30"')
    expect(html).toMatch(/<option value="2" selected=""/)
    expect(html).toMatch(/checked="" value="b"|value="b" checked=""/)
    expect(html).not.toMatch(/旧名|2026-01-01/)
  })

  it('ticks what was ticked, and no more', () => {
    const box = (value: string) => <Checkbox name="desks[]" value={value} label={value} defaultChecked />
    const html = drawn(
      { 'desks[]': '1\u001f3' },
      ['1', '2', '3'].map(value => <p key={value}>{box(value)}</p>),
    )
    expect(html.match(/checked/g)).toHaveLength(2)
    expect(drawn({}, box('1'))).not.toContain('checked')
  })

  it('never has a password', () => {
    expect(drawn({ password: 'geheim' }, <TextInput type="password" name="password" />)).not.toContain(
      'geheim',
    )
  })

  it('has an amount as typed, with its currency', () => {
    const html = drawn(
      { total: '一亿吧', currency: 'USD' },
      <MoneyInput
        name="total"
        currencyName="currency"
        currencyLabel=""
        currencies={['CNY', 'USD'].map(value => ({ value, label: value }))}
        read={() => null}
      />,
    )
    expect(html).toContain('value="一亿吧"')
    expect(html).toMatch(/<option value="USD" selected=""/)
  })

  it('has the picked choice of a picker by its words, and a text that nobody could look up', () => {
    const picker = <Combobox name="companyId" free="name" options={companies} words={words} />
    const picked = drawn({ companyId: '7', '~companyId': '马氏', name: '' }, picker)
    expect(picked).toMatch(/type="hidden" name="companyId" value="7"/)
    expect(picked).toMatch(/name="~companyId"[^>]*value="马氏"/)
    expect(drawn({ companyId: '', name: '青岛' }, picker)).toMatch(/name="name"[^>]*value="青岛"/)
  })

  it('says in a conflict what the other has saved, where it differs', () => {
    const field = (name: string) => (
      <Field name={name} label={name}>
        <TextInput />
      </Field>
    )
    const typed = { city: '常熟', venue: '会展' }
    const html = drawn(
      typed,
      <>
        {field('city')}
        {field('venue')}
      </>,
      { city: '太仓', venue: '会展' },
    )
    expect(html).toContain('已存为: 太仓')
    expect(html).not.toContain('已存为: 会展')
  })
})

it('without an answer, inputs stand as their page says', () => {
  const html = renderToStaticMarkup(<TextInput name="name" defaultValue="旧名" />)
  expect(html).toContain('value="旧名"')
})

it('a text that was not picked goes along under the free name, so that a plain post carries it', () => {
  const html = renderToStaticMarkup(
    <Combobox name="companyId" free="name" options={companies} words={words} />,
  )
  expect(html.match(/name="name"/g)).toHaveLength(1)
  expect(html.match(/<input[^>]*role="combobox"[^>]*>/)?.[0]).toContain('name="name"')
})
