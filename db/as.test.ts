import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { as, record, write } from '@/db/as'
import { closePools, pool } from '@/db/client'
import { type Office, openOffice, permit } from '@/db/testing/office'
import { done, refused } from '@/domain/outcome'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  const { desks, actors, industryId, owner } = office
  await owner`insert into companies (number, name, country, name_key, search_text, created_by, updated_by) values ('C-1', '甲', 'CN', '甲', '甲', ${actors.officer.id}, ${actors.officer.id})`
  for (const [n, desk, officer] of [
    [1, 'domestic', 'officer'],
    [2, 'japan_korea', 'outsider'],
    [3, 'general', 'headAsia'],
  ] as const)
    await owner`insert into deals (number, name, company_id, country, industry_id, source, desk_id, case_officer_id, team_ids, stage, stage_since, status_since, search_text, created_by, updated_by)
      values (${`D-2026-000${n}`}, ${`项目${n}`}, 1, 'CN', ${industryId}, 'visit', ${desks[desk]}, ${actors[officer].id}, ${[actors[officer].id]}, 'negotiation', '2026-01-05', '2026-01-05', '', ${actors[officer].id}, ${actors[officer].id})`
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const numbers = (name: keyof Office['actors']) =>
  as(permit(office.actors[name], 'deal.read'), 'read', async tx =>
    (await tx.execute<{ number: string }>(sql`select number from deals order by id`)).map(row =>
      row.number.at(-1),
    ),
  )

test('each role sees the rows of its reach, without any filter of a screen', async () => {
  expect(await numbers('director')).toEqual(['1', '2', '3'])
  expect(await numbers('viewer')).toEqual(['1', '2', '3'])
  expect(await numbers('officer')).toEqual(['1'])
  expect(await numbers('headAsia')).toEqual(['2', '3'])
  expect(await numbers('outsider')).toEqual(['2'])
})

test('a query outside as() is refused', async () => {
  const app = await pool('app')
  await expect(app`select * from deals`).rejects.toThrow(/permission denied/)
  await expect(app`select * from users`).rejects.toThrow(/permission denied/)
})

test('the door reads accounts and no record', async () => {
  const door = await pool('door')
  expect((await door`select login from users`).length).toBeGreaterThan(0)
  await expect(door`select * from deals`).rejects.toThrow(/permission denied/)
})

test('a permit that was only cast is not a permit', async () => {
  const forged = { permission: 'deal.read', actor: office.actors.director, reach: 'all' } as never
  await expect(as(forged, 'read', async () => 1)).rejects.toThrow(/permit/)
})

test('as() inside as() throws instead of waiting for ever', async () => {
  const p = permit(office.actors.director, 'deal.read')
  await expect(as(p, 'read', () => as(p, 'read', async () => 1))).rejects.toThrow(/inside/)
})

test('downloads wait for one another and leave the pages their connections', async () => {
  const may = permit(office.actors.director, 'deal.export')
  let begun = 0
  let finish = () => {}
  const finished = new Promise<void>(resolve => {
    finish = resolve
  })
  const downloads = Array.from({ length: 12 }, () =>
    as(may, 'stream', async () => {
      begun++
      await finished
      return 'whole'
    }),
  )
  await vi.waitFor(() => expect(begun).toBe(4))
  const pages = await Promise.all(Array.from({ length: 10 }, () => numbers('director')))
  expect(pages.every(page => page.length === 3)).toBe(true)
  expect(begun).toBe(4)
  finish()
  expect(await Promise.all(downloads)).toEqual(Array(12).fill('whole'))
})

test('a read cannot write, and a permit writes no further than its reach', async () => {
  const rename = sql`update deals set name = name || '!' returning number`
  await expect(
    as(permit(office.actors.director, 'deal.edit'), 'read', tx => tx.execute(rename)),
  ).rejects.toThrow()
  const edited = await as(permit(office.actors.officer, 'deal.edit'), 'write', tx => tx.execute(rename))
  expect(edited.map(row => row.number)).toEqual(['D-2026-0001'])
  expect(
    await as(permit(office.actors.colleague, 'deal.edit'), 'write', tx => tx.execute(rename)),
  ).toHaveLength(0)
})

test('only the verbs of a move change a stage', async () => {
  const move = (permission: 'deal.edit' | 'deal.move') =>
    as(permit(office.actors.officer, permission), 'write', tx =>
      tx.execute(sql`update deals set stage = 'entry_procedures' where id = 1 returning stage`),
    )
  await expect(move('deal.edit')).rejects.toMatchObject({ cause: { constraint_name: 'guard_stage' } })
  expect(await move('deal.move')).toHaveLength(1)
})

test('no role deletes a record, changes the log, or enters it but through record()', async () => {
  const director = permit(office.actors.director, 'deal.delete')
  await expect(as(director, 'write', tx => tx.execute(sql`delete from deals`))).rejects.toThrow()
  await as(director, 'write', tx => record(tx, 'deal', 1, { a: 1 }))
  for (const statement of [
    sql`update log_entries set verb = 'x'`,
    sql`delete from log_entries`,
    sql`insert into log_entries (verb, noun) values ('x', 'deal')`,
  ])
    await expect(as(director, 'write', tx => tx.execute(statement))).rejects.toThrow()
  const [line] = await office.owner`select verb, actor_id from log_entries order by id desc limit 1`
  expect(line).toMatchObject({ verb: 'deal.delete', actor_id: String(office.actors.director.id) })
})

test('an outcome other than done leaves nothing behind', async () => {
  const edit = permit(office.actors.officer, 'deal.edit')
  const outcome = await write(edit, async tx => {
    await tx.execute(sql`update deals set name = '改' where id = 1`)
    return refused('common.not_permitted')
  })
  expect(outcome.kind).toBe('refused')
  const [row] = await office.owner`select name from deals where id = 1`
  expect(row?.name).not.toBe('改')
})

test('a form sent ten times at once is done once, and each sending gets the same answer', async () => {
  const edit = permit(office.actors.officer, 'deal.edit')
  const submission = crypto.randomUUID()
  let runs = 0
  const send = () =>
    write(
      edit,
      async tx => {
        runs += 1
        await tx.execute(sql`update deals set version = version + 1 where id = 1`)
        return done({ number: 'D-2026-0001' })
      },
      submission,
    )
  const outcomes = await Promise.all(Array.from({ length: 10 }, send))
  expect(runs).toBe(1)
  for (const outcome of outcomes) expect(outcome).toEqual({ kind: 'done', value: { number: 'D-2026-0001' } })
})

test('two thousand interleaved people on ten connections, some aborting, see no foreign row', async () => {
  const expected = { officer: 'D-2026-0001', outsider: 'D-2026-0002', colleague: 'D-2026-0001' } as const
  const names = Object.keys(expected) as (keyof typeof expected)[]
  let foreign = 0
  await Promise.all(
    Array.from({ length: 2000 }, async (_, i) => {
      const name = names[i % 3] ?? 'officer'
      await as(permit(office.actors[name], 'deal.read'), 'read', async tx => {
        const rows = await tx.execute<{ number: string }>(sql`select number from deals`)
        if (rows.length !== 1 || rows[0]?.number !== expected[name]) foreign += 1
        if (i % 7 === 0) throw new Error('aborted')
      }).catch(() => {})
    }),
  )
  expect(foreign).toBe(0)
})
