import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assertOurs, closePlace, keep, keptIn, lacks, mark, openPlace } from '@/bench/place'
import { closePools } from '@/db/client'
import { type Office, openOffice } from '@/db/testing/office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

test('a database with records that no bench has loaded is refused; one with its mark is taken', async () => {
  await expect(assertOurs(office.owner)).rejects.toThrow(/real records/)
  await mark(office.owner)
  await expect(assertOurs(office.owner)).resolves.toBeUndefined()
  await office.owner`comment on schema public is null`
})

test('what a killed run has left is gone when the next one begins, and that one leaves nothing', async () => {
  const stale = join(tmpdir(), 'zhaoshang-bench-999999999')
  mkdirSync(join(stale, 'main'), { recursive: true })
  writeFileSync(join(stale, 'holder.pid'), '999999999 0\n')
  const folder = await openPlace()
  expect([existsSync(stale), existsSync(folder)]).toEqual([false, true])
  await closePlace(folder)
  await closePlace(folder)
  expect(existsSync(folder)).toBe(false)
})

test('a folder that is named is kept with what was loaded there; one that is not of the bench is refused', async () => {
  const named = mkdtempSync(join(tmpdir(), 'kept-'))
  const kept = { rows: 1000, tenth: [] }
  keep(await openPlace(named), kept)
  mkdirSync(join(named, 'main'))
  await closePlace(named, true)
  expect(keptIn(await openPlace(named))).toEqual(kept)
  rmSync(join(named, 'loaded.json'))
  await expect(openPlace(named)).rejects.toThrow(/remove it/)
  rmSync(named, { recursive: true })
})

test('a size that this machine cannot bear is said before anything is begun', () => {
  expect(lacks(4_000_000_000)).toMatch(/are free|Linux/)
})
