import { expect, test } from 'vitest'
import { readReachAt } from './reach-at'

test('digits are a phone number, an @ is an e-mail address, the rest is WeChat', () => {
  expect(readReachAt('138 0013 8000')).toEqual({ phone: '138 0013 8000' })
  expect(readReachAt('＋８１ 3-1234-5678')).toEqual({ phone: '+81 3-1234-5678' })
  expect(readReachAt('sales@Aoshima.co.jp')).toEqual({ email: 'sales@aoshima.co.jp' })
  expect(readReachAt('demo-aoshima')).toEqual({ wechat: 'demo-aoshima' })
  expect(readReachAt('微信：demo-aoshima')).toEqual({ wechat: 'demo-aoshima' })
})

test('what begins like one and is none is told as such', () => {
  expect(readReachAt('138abc')).toEqual({ reason: 'text.phone' })
  expect(readReachAt('a@b')).toEqual({ reason: 'text.email' })
})
