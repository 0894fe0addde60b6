import { expect, it } from 'vitest'
import { carriedBack, isPlainPost, notPicked, valuesOf } from './posted'

function form(...entries: [string, string | Blob][]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

it('carries back what was typed, with the version it stands upon, lists joined', () => {
  const typed = carriedBack(
    form(['name', '马氏\n'], ['version', '3'], ['deskIds[]', '1'], ['deskIds[]', '4'], ['note', '']),
  )
  expect(typed).toEqual({ name: '马氏\n', version: '3', 'deskIds[]': '1\u001f4', note: '' })
})

it('never carries back a password, a one-time code, a file, or the id of the sending', () => {
  const secrets = ['password', 'again', 'current', 'newPassword', 'code', 'submission', '$ACTION_KEY']
  const data = form(...secrets.map(name => [name, 'x'] as [string, string]), ['file', new Blob(['x'])])
  expect(carriedBack(data)).toEqual({ file: '' })
})

it('carries back no more than a page can bear', () => {
  const typed = carriedBack(form(['name', 'short'], ['note', 'x'.repeat(300_000)]))
  expect(Object.keys(typed)).toEqual(['name'])
})

it('reads lists and leaves out what is only shown', () => {
  const data = form(
    ['deskIds[]', ''],
    ['deskIds[]', '2'],
    ['~eventId', '某会'],
    ['$ACTION_ID_1', ''],
    ['name', 'a'],
  )
  expect(valuesOf(data)).toEqual({ deskIds: ['2'], name: 'a' })
})

it('finds the picker that holds a text and no choice', () => {
  expect(notPicked(form(['eventId', ''], ['~eventId', '某会']))).toEqual(['eventId'])
  expect(notPicked(form(['eventId', '7'], ['~eventId', '某会']))).toEqual([])
  expect(notPicked(form(['eventId', ''], ['~eventId', ' ']))).toEqual([])
})

it('knows a plain post from one that JavaScript sent', () => {
  expect(isPlainPost(new Headers())).toBe(true)
  expect(isPlainPost(new Headers({ 'next-action': '40ab' }))).toBe(false)
})
