import { afterEach, expect, test } from 'vitest'
import { asOutage, DatabaseGone, inTime, isGone, noteGone, noteHere } from '@/db/outage'

afterEach(noteHere)

const late = () => new Error('late')
const failing = (code: string) => async () => {
  throw Object.assign(new Error('wrapped'), { cause: Object.assign(new Error(code), { code }) })
}

test('work that does not end is given up in time', async () => {
  await expect(inTime(20, () => new Promise<void>(() => {}), late)).rejects.toThrow('late')
  expect(isGone()).toBe(false)
})

test('an answer is an answer, and leaves no timer that could say otherwise', async () => {
  expect(await inTime(20, async () => 7, late)).toBe(7)
})

test('when nobody listens, whoever asks next is told at once and without asking', async () => {
  await expect(inTime(1000, failing('ECONNREFUSED'), late)).rejects.toBeInstanceOf(DatabaseGone)
  let asked = false
  const next = inTime(
    1000,
    async () => {
      asked = true
    },
    late,
  )
  await expect(next).rejects.toBeInstanceOf(DatabaseGone)
  expect(asked).toBe(false)
})

test('as soon as it answers somewhere, everybody asks again', async () => {
  noteGone()
  noteHere()
  expect(await inTime(1000, async () => 'here', late)).toBe('here')
})

test('a connection that broke or a statement that took too long does not keep others from asking', async () => {
  for (const code of ['CONNECTION_CLOSED', '57014', '53100'])
    await expect(inTime(1000, failing(code), late)).rejects.toMatchObject({ digest: 'database_gone' })
  expect(isGone()).toBe(false)
})

test('a rule that refused is no outage', () => {
  const error = Object.assign(new Error('no'), { code: '23505' })
  expect(asOutage(error)).toBe(error)
})
