// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { earlyScript, typedEarly } from './early'

window.eval(earlyScript)

beforeEach(() => {
  document.body.innerHTML = `<form>
    <input name="name" value="旧"><textarea name="need">原文</textarea>
    <input type="radio" name="kind" value="a"><input type="radio" name="kind" value="b" checked>
    <input type="file" name="file"><input type="password" name="secret">
  </form>`
})
const form = () => document.forms[0] as HTMLFormElement
const control = (at: number) => form().elements[at] as HTMLInputElement
function said(at: number, act: (element: HTMLInputElement) => void) {
  act(control(at))
  control(at).dispatchEvent(new Event('input', { bubbles: true }))
}

test('what was typed before stands as it was opened, then as it was typed, and is heard; the last choice counts', () => {
  said(0, element => (element.value = '新'))
  said(1, element => (element.value = '改'))
  for (const at of [2, 3, 2]) said(at, element => (element.checked = true))
  // as React leaves a textarea
  control(1).value = '原文'
  const type = typedEarly(form())
  expect([control(0).value, control(1).value, control(3).checked]).toEqual(['旧', '原文', true])
  const heard: string[] = []
  form().addEventListener('input', ({ target }) => heard.push((target as HTMLInputElement).name))
  type()
  expect([control(0).value, control(1).value, control(2).checked]).toEqual(['新', '改', true])
  expect(new Set(heard)).toEqual(new Set(['name', 'need', 'kind']))
})

test('a file and a password are left alone', () => {
  said(4, () => {})
  said(5, element => (element.value = '秘密'))
  expect(() => typedEarly(form())()).not.toThrow()
  expect(control(5).value).toBe('秘密')
})
