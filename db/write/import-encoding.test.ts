import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { getImport, importHead, importRowsOf } from '@/db/read/import'
import { type Office, openOffice, permit } from '@/db/testing/office'
import type { Encoding } from '@/domain/import/raw'
import { encode } from '@/domain/import/testing/encode'
import { prepareImport, receiveImport } from './import'
import { checkImport } from './import-check'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const importing = () => permit(office.actors.director, 'company.import')
const reading = () => permit(office.actors.director, 'import.read')
async function kept(bytes: Uint8Array, name = '名录.csv', encoding?: Encoding) {
  const received = await receiveImport(importing(), { name, bytes, encoding })
  if (received.kind !== 'done') throw new Error(JSON.stringify(received))
  return received.value.id
}
const prepared = (id: number, encoding?: Encoding) =>
  prepareImport(importing(), { id, sheet: null, encoding, mode: 'both', columns: new Map() })
async function namesOf(id: number) {
  expect(await checkImport(importing(), { id })).toMatchObject({ kind: 'done' })
  const rows = await importRowsOf(reading(), id, { plans: ['create', 'bad', 'ask'] })
  return rows.map(({ said }) => said.name)
}

/** Heads in English, one name of two characters: Korean and Chinese make sense of them alike. */
const unclear = Buffer.concat([
  Buffer.from('name,country\n'),
  Buffer.from([0xb0, 0xa1, 0xb0, 0xa2]),
  Buffer.from(',CN\n'),
])

test('a text whose encoding is not clear is kept until a person has said it, and read so from then on', async () => {
  const id = await kept(unclear)
  expect(await getImport(reading(), id)).toMatchObject({ encoding: null, encodingHow: 'open', columns: [] })
  expect(await importHead(reading(), id)).toEqual(unclear)
  expect(await prepared(id)).toMatchObject({ kind: 'refused', reason: 'sheet.refused.encoding_unknown' })
  expect(await checkImport(importing(), { id })).toMatchObject({ kind: 'refused' })
  expect(await prepared(id, 'utf-8')).toMatchObject({ reason: 'sheet.refused.encoding_wrong' })
  expect(await prepared(id, 'euc-kr')).toMatchObject({ kind: 'done', value: { moved: true } })
  expect(await getImport(reading(), id)).toMatchObject({ encoding: 'euc-kr', encodingHow: 'said' })
  expect(await namesOf(id)).toEqual(['가각'])
  await prepared(id, 'gb18030')
  expect(await namesOf(id)).toEqual(['啊阿'])
})

test('one that was guessed says so, and another is taken instead', async () => {
  const id = await kept(encode('企业名称,国家/地区\n远洋装备有限公司,中国\n', 'gb18030'))
  expect(await getImport(reading(), id)).toMatchObject({ encoding: 'gb18030', encodingHow: 'guessed' })
  // not in these words is there a head: as it stands it stays
  expect(await prepared(id, 'utf-16le')).toMatchObject({ kind: 'refused' })
  expect(await namesOf(id)).toEqual(['远洋装备有限公司'])
  expect(await prepared(id, 'gb18030')).toMatchObject({ kind: 'done' })
  expect(await getImport(reading(), id)).toMatchObject({ encodingHow: 'said' })
})

test('no head in the words of a guess: the guess is asked about, not the file sent away', async () => {
  const id = await kept(encode('的一是在不了,有和人这中大\n为上个国我以,要他时来用们\n', 'gb18030'))
  expect(await getImport(reading(), id)).toMatchObject({
    encoding: 'gb18030',
    encodingHow: 'open',
    sheet: null,
  })
})

test('said beforehand it is read at once; what says itself what it is, needs nobody', async () => {
  expect(await getImport(reading(), await kept(unclear, 'a.csv', 'gb18030'))).toMatchObject({
    encoding: 'gb18030',
    encodingHow: 'said',
  })
  expect(await getImport(reading(), await kept(Buffer.from('企业名称,国家\n甲,中国\n')))).toMatchObject({
    encoding: 'utf-8',
    encodingHow: 'sure',
  })
})

test.each([
  ['../../etc/名录.csv', '名录.csv'],
  ['C:\\表\\CON.csv', '_CON.csv'],
  ['名\u202evsc\u0000录.csv', '名vsc录.csv'],
  [`${'长'.repeat(400)}.csv`, `${'长'.repeat(116)}.csv`],
])('a file that is called %j is kept as %s', async (given, name) => {
  const id = await kept(Buffer.from('企业名称,国家\n甲,中国\n'), given)
  expect(await getImport(reading(), id)).toMatchObject({ fileName: name })
})

test('characters beyond the basic plane are never halved, wherever they stand', async () => {
  const rare = '𠮷'.repeat(150)
  const rows = [`a${rare}`, '企业名称,国家,总投资', `甲${rare},${rare},a${rare}`, `备注：b${rare}`]
  const id = await kept(Buffer.from(rows.join('\n')))
  expect(await checkImport(importing(), { id })).toMatchObject({ kind: 'done' })
})
