import { expect, test } from 'vitest'
import { addressOf } from './address'

const from = (headers: Record<string, string>) => addressOf(new Headers(headers))

test('without a proxy it is the other end of the socket', () => {
  expect(from({ 'x-peer': '203.0.113.9' })).toBe('203.0.113.9')
  expect(from({ 'x-peer': '::ffff:192.168.1.7' })).toBe('192.168.1.7')
})

test('somebody outside cannot claim another address', () => {
  expect(from({ 'x-peer': '203.0.113.9', 'x-forwarded-for': '10.0.0.1' })).toBe('203.0.113.9')
})

test('behind a proxy it is the last hop, which the proxy wrote, not what the client claimed before it', () => {
  expect(from({ 'x-peer': '127.0.0.1', 'x-forwarded-for': '1.2.3.4, 203.0.113.9' })).toBe('203.0.113.9')
  expect(from({ 'x-peer': '172.18.0.2', 'x-forwarded-for': '[2001:db8::7]:4431' })).toBe('2001:db8::7')
  expect(from({ 'x-forwarded-for': '203.0.113.9:55123' })).toBe('203.0.113.9')
})

test('what is no address is not handed to the database', () => {
  expect(from({ 'x-peer': '::1', 'x-forwarded-for': "1.1.1.1'; drop" })).toBe('::1')
  expect(from({ 'x-forwarded-for': '999.1.1.1' })).toBe('127.0.0.1')
  expect(from({})).toBe('127.0.0.1')
})
