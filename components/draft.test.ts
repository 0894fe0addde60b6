// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { draftFor, draftName, dropAllDrafts, dropDraft, keepDraft, putBack, typedIn } from './draft'
import { clashIn, settleIn } from './form-clash'

const page = `<main data-who="7"><form>
  <input type="hidden" name="submission" value="s1"><input type="hidden" name="version" value="3">
  <div data-field="name" data-label="Name"><input name="name" value="Aoshima"></div>
  <div data-field="stage" data-label="Stage"><select name="stage"><option value="a" selected>Talks</option><option value="b">Approved</option></select></div>
  <div data-field="desks" data-label="Desks">
    <label><input type="checkbox" name="desks[]" value="1" checked>First</label>
    <label><input type="checkbox" name="desks[]" value="2">Second</label></div>
  <div data-field="country" data-label="Country"><input type="hidden" name="country" value="JP"><input data-shows="country" value="Japan"></div>
  <details><summary>More</summary><div data-field="note" data-label="Note"><textarea name="note"></textarea></div></details>
  <input type="password" name="secret" value="x"><button name="go" value="1">Go</button>
</form></main>`
let form: HTMLFormElement
const input = (name: string) => form.elements.namedItem(name) as HTMLInputElement

beforeEach(() => {
  localStorage.clear()
  document.body.innerHTML = page
  form = document.forms[0] as HTMLFormElement
})

describe('a draft', () => {
  it('takes what a person typed, and never password, submission or version', () => {
    expect(typedIn(form)).toEqual({
      name: 'Aoshima',
      stage: 'a',
      'desks[]': '1',
      country: 'JP',
      '~country': 'Japan',
      note: '',
    })
  })

  it('keeps only what was changed, so that others’ later changes stay', () => {
    const opened = typedIn(form)
    input('note').value = 'call on Monday'
    keepDraft(draftName(form, 'k'), form, opened)
    document.body.innerHTML = page.replace('Aoshima', 'Renamed by another')
    form = document.forms[0] as HTMLFormElement
    const draft = draftFor(draftName(form, 'k'), typedIn(form))
    expect(draft).toMatchObject({ typed: { note: 'call on Monday' }, base: { note: '' }, version: '3' })
    putBack(form, { ...typedIn(form), ...draft?.typed })
    expect(input('name').value).toBe('Renamed by another')
    expect(input('note').value).toBe('call on Monday')
    expect(form.querySelector('details')?.open).toBe(true)
  })

  it('is the person’s own, and gone once saved, when typed back, and on sign-out', () => {
    const opened = typedIn(form)
    const name = draftName(form, 'k')
    expect(name).toBe('draft:7:k')
    input('note').value = 'x'
    keepDraft(name, form, opened)
    expect(draftFor('draft:8:k', opened)).toBeNull()
    dropDraft(name)
    expect(draftFor(name, opened)).toBeNull()
    keepDraft(name, form, opened)
    input('note').value = ''
    keepDraft(name, form, opened)
    expect(draftFor(name, opened)).toBeNull()
    input('note').value = 'y'
    keepDraft(name, form, opened)
    dropAllDrafts()
    expect(localStorage.length).toBe(0)
  })

  it('does not stand in the way when the storage is broken', () => {
    localStorage.setItem('draft:7:k', '{half')
    expect(draftFor('draft:7:k', {})).toBeNull()
  })
})

describe('a form that another was faster with', () => {
  it('asks for what both changed, in words, and takes over the rest', () => {
    const opened = typedIn(form)
    input('name').value = 'Mine'
    ;(form.querySelector('[value="2"]') as HTMLInputElement).checked = true
    const answer = {
      version: 4,
      by: 'Shen',
      values: { name: 'Theirs', stage: 'b', desks: ['1'], country: 'DE', note: null },
      shown: { country: 'Germany' },
    }
    const clash = clashIn(form, opened, answer, '、')
    expect(clash.sorted.asks.map(field => [field.label, field.mine.text, field.theirs.text])).toEqual([
      ['Name', 'Mine', 'Theirs'],
    ])
    expect(clash.sorted.kept.map(({ field, whose }) => [field.label, whose, field[whose].text])).toEqual([
      ['Stage', 'theirs', 'Approved'],
      ['Desks', 'mine', 'First、Second'],
      ['Country', 'theirs', 'Germany'],
    ])
    settleIn(form, opened, clash, { stage: 'b', country: 'DE' })
    expect(typedIn(form)).toMatchObject({ name: 'Mine', stage: 'b', 'desks[]': '1\u001f2', country: 'DE' })
    expect(opened).toMatchObject({ name: 'Theirs', stage: 'b' })
  })

  it('asks again only for what was changed since the last choice', () => {
    const opened = typedIn(form)
    input('name').value = 'Mine'
    settleIn(form, opened, clashIn(form, opened, { version: 4, name: 'Theirs' }, ', '), {})
    const again = clashIn(form, opened, { version: 5, name: 'Theirs', stage: 'b' }, ', ')
    expect(again.sorted.asks).toEqual([])
    expect(again.sorted.kept.map(({ field, whose }) => [field.key, whose])).toEqual([
      ['name', 'mine'],
      ['stage', 'theirs'],
    ])
  })
})
