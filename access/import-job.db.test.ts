import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { startQueue } from '@/db/job/queue'
import { getImport } from '@/db/read/import'
import { getJob } from '@/db/read/job'
import { type Office, openOffice, permit } from '@/db/testing/office'
import { receiveImport } from '@/db/write/import'
import { applyImport } from '@/db/write/import-apply'
import { checkImport } from '@/db/write/import-check'
import { startUndo } from '@/db/write/import-start'
import { undoImport } from '@/db/write/import-undo'
import { importJob } from './import-job'
import { jobTask } from './job'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const ROWS = 600

async function applied() {
  const importing = permit(office.actors.headDomestic, 'company.import')
  const rows = Array.from({ length: ROWS }, (_, at) => `远山机电${at}厂有限公司,中国`)
  const bytes = new TextEncoder().encode(['企业名称,国家/地区', ...rows].join('\n'))
  const received = await receiveImport(importing, { name: '名录.csv', bytes })
  if (received.kind !== 'done') throw new Error(JSON.stringify(received))
  const { id } = received.value
  await checkImport(importing, { id })
  expect(await applyImport(importing, { id, good: false })).toMatchObject({
    value: { counts: { create: ROWS } },
  })
  return id
}
const alive = async () =>
  Number(
    (
      await office.owner`select count(*) n from companies where name like '远山机电%' and deleted_at is null`
    )[0]?.n,
  )
const look = (id: number) => getImport(permit(office.actors.director, 'import.read'), id)

test('a large import is taken back by one job, in the name of whoever asked; too many for a request are left to it', async () => {
  const id = await applied()
  const undoing = permit(office.actors.director, 'company.undo_import')
  const none = undefined
  expect(await undoImport(undoing, { id }, none, none, ROWS - 1)).toMatchObject({
    reason: 'import.refused.large',
  })
  expect(await alive()).toBe(ROWS)

  expect(await startUndo(undoing, { id })).toMatchObject({ kind: 'done' })
  const { job } = (await look(id)) ?? {}
  expect(await startUndo(undoing, { id })).toMatchObject({ kind: 'done' })
  expect(await look(id)).toMatchObject({ job, state: 'applied', jobState: 'waiting' })

  const said: string[] = []
  const stop = startQueue({ job: jobTask([importJob], line => said.push(line)) }, line => said.push(line))
  while ((await look(id))?.state !== 'undone') await delay(20)
  await stop()
  expect(said).toEqual([])
  expect(await alive()).toBe(0)
  expect(await look(id)).toMatchObject({ jobState: 'done', undoneBy: office.actors.director.id, kept: [] })
  expect(await getJob(permit(office.actors.director, 'job.read'), job ?? 0)).toMatchObject({
    result: { deleted: ROWS, putBack: 0, kept: 0 },
  })
  expect(await startUndo(undoing, { id })).toMatchObject({ reason: 'import.refused.undone' })
})
