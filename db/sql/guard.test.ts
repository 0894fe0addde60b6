import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '@/db/as'
import { closePools } from '@/db/client'
import { newDeal } from '@/db/testing/deal'
import { type Office, openOffice, permit } from '@/db/testing/office'
import { type Permission, permissions, policy } from '@/domain/policy/table'

let office: Office
let id: number
beforeAll(async () => {
  office = await openOffice()
  id = (await newDeal(office)).id
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

class Undone extends Error {}

/** What the database says when the director writes this under the verb; nothing is kept. */
async function said(permission: Permission, change: ReturnType<typeof sql>): Promise<string> {
  try {
    await as(permit(office.actors.director, permission), 'write', async tx => {
      await tx.execute(sql`update deals set ${change} where id = ${id}`)
      throw new Undone()
    })
  } catch (thrown) {
    if (thrown instanceof Undone) return 'done'
    return String((thrown as { cause?: { constraint_name?: string } }).cause?.constraint_name ?? thrown)
  }
  return 'done'
}

const verbs = permissions.filter(name => name.startsWith('deal.') && policy[name].director !== 'none')

/* Whoever assigns may do so by a sheet, and have it taken back. */
const sheets = ['import', 'undo_import']
const people = ['assign', 'add_member', 'hand_over', ...sheets]
const merging = ['merge', 'undo_merge']

/** The verbs under which a column of a deal may change. Under any other the database refuses, whoever asks. */
const guarded = [
  ['guard_stage', () => sql`stage = 'approved'`, ['correct', 'move', 'undo_move', 'move_back', 'confirm']],
  ['guard_status', () => sql`status = 'lost'`, ['correct', 'hold', 'lose', 'withdraw', 'revive']],
  ['guard_desk', () => sql`desk_id = ${office.desks.general}`, ['hand_over']],
  ['guard_officer', () => sql`case_officer_id = null`, ['assign', 'hand_over', ...sheets]],
  ['guard_team', () => sql`team_ids = team_ids || 99::bigint`, [...people, ...merging]],
  ['guard_readers', () => sql`reader_ids = array[99::bigint]`, ['propose_hand_over', ...people, ...merging]],
  ['guard_deletion', () => sql`deleted_at = now()`, ['delete', 'restore', 'undo_import', ...merging]],
  ['guard_origin', () => sql`number = 'D-2026-9999'`, []],
] as const

test.each(guarded)('%s holds under every verb but its own', async (guard, change, own) => {
  for (const permission of verbs) {
    const expected = (own as readonly string[]).includes(permission.replace('deal.', '')) ? 'done' : guard
    expect([permission, await said(permission, change())]).toEqual([permission, expected])
  }
})

test('merged into another is said by a merge alone, and of a deleted record alone', async () => {
  for (const permission of verbs) {
    const expected = merging.includes(permission.replace('deal.', ''))
      ? 'deals_merged_is_deleted'
      : 'guard_merged'
    expect([permission, await said(permission, sql`merged_into = id`)]).toEqual([permission, expected])
  }
})

test('somebody who covers with an activity changes the next step and nothing else', async () => {
  expect(await said('activity.create', sql`next_step = '拜访', next_step_on = '2026-08-01'`)).toBe('done')
  expect(await said('activity.create', sql`name = '改名'`)).toBe('guard_cover')
})
