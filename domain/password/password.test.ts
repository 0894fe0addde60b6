import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneTimeBytes, oneTimePassword } from './one-time'
import { passwordFault } from './password'

test.each([
  ['短密码', 'account.password.too_short'],
  ['123456789', 'account.password.too_short'],
  ['１２３４５６７８９０', 'account.password.common'],
  ['Password123', 'account.password.common'],
  ['aaaaaaaaaaaa', 'account.password.common'],
  ['officer1.domestic', 'account.password.is_login'],
  ['Officer1.Domestic2026!', 'account.password.is_login'],
  ['x'.repeat(99) + 'abc'.repeat(50), 'account.password.too_long'],
])('%s is refused: %s', (password, fault) => {
  expect(passwordFault(password, 'officer1.domestic')).toBe(fault)
})

test.each(['东港的海风很大，第三年', 'correct horse battery', 'admin likes blue tea'])(
  '%s is accepted',
  password => {
    expect(passwordFault(password, 'admin')).toBeNull()
  },
)

test('a one-time password has no character that is mistaken for another', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: oneTimeBytes, maxLength: oneTimeBytes }), random => {
      expect(oneTimePassword(random)).toMatch(/^[a-km-np-z2-9]{4}(-[a-km-np-z2-9]{4}){3}$/)
    }),
  )
})
