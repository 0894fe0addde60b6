import { describe, expect, it } from 'vitest'
import { turnedAway } from './turned-away'

const home = { host: 'crm.example', origin: 'https://crm.example' }
const post = (headers: Record<string, string>, isGone = false) =>
  turnedAway('POST', new Headers(headers), isGone)
const get = (headers: Record<string, string>, isGone = false) =>
  turnedAway('GET', new Headers({ host: 'crm.example', ...headers }), isGone)

describe('what would change something', () => {
  it('passes from our own pages', () => {
    expect(post(home)).toBeNull()
    expect(post({ ...home, 'sec-fetch-site': 'same-origin' })).toBeNull()
  })
  it('passes through a proxy that names the host one asked for', () => {
    expect(post({ ...home, host: '127.0.0.1:3000', 'x-forwarded-host': 'crm.example' })).toBeNull()
  })
  it.each([
    ['another site', { ...home, origin: 'https://evil.example' }],
    ['another port', { ...home, origin: 'https://crm.example:8443' }],
    ['a null origin', { ...home, origin: 'null' }],
    ['no origin', { host: 'crm.example' }],
    ['a neighbour of the same site', { ...home, 'sec-fetch-site': 'same-site' }],
    ['an origin that is no address', { ...home, origin: 'crm.example' }],
    ['a proxy that keeps the host to itself', { ...home, host: '127.0.0.1:3000' }],
  ])('is refused from %s', (_, headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect(turnedAway(method, new Headers(headers as Record<string, string>), false)).toBe('foreign')
  })
  it('is refused when it carries more than any form holds', () => {
    expect(post({ ...home, 'content-length': '1048576' })).toBeNull()
    expect(post({ ...home, 'content-length': '1048577' })).toBe('too_large')
  })
})

describe('while the database is gone', () => {
  it('a page and a form are told so at once', () => {
    expect(get({ accept: 'text/html,*/*' }, true)).toBe('database_gone')
    expect(post(home, true)).toBe('database_gone')
  })
  it('whoever asks for its health, or for part of a page, is let through', () => {
    expect(get({ accept: '*/*' }, true)).toBeNull()
    expect(get({}, true)).toBeNull()
  })
})

it('asking is free, wherever the click was made', () => {
  expect(get({ 'sec-fetch-site': 'cross-site', accept: 'text/html' })).toBeNull()
})
