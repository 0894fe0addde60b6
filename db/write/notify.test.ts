import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as, write } from '@/db/as'
import { closePools, pool } from '@/db/client'
import { aDeal, aLead, type Cast, castOf, type Scene } from '@/db/testing/door'
import { proposedDeal } from '@/db/testing/door-write'
import { openOffice, permit } from '@/db/testing/office'
import { notificationKinds, usualChoice } from '@/domain/notification/notification'
import { done, refused } from '@/domain/outcome'
import { confirmDeal, returnDeal } from './deal-proposal'
import { addMemberDeal, assignDeal } from './deal-team'
import { addLeadMember, assignLead } from './lead-people'
import { notify } from './notify'

let scene: Scene
let cast: Cast
beforeAll(async () => {
  const office = await openOffice()
  cast = await castOf(office)
  const [row] =
    await office.owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  scene = { office, cast, owner: office.owner, today: row?.today }
})
afterAll(async () => {
  await closePools()
  await scene.owner.end()
})
beforeEach(() => scene.owner`delete from notifications`)

/** Who was told what, as `kind login`. */
async function told() {
  const rows = await scene.owner`
    select n.kind, u.login, a.login as actor, n.details from notifications n
    join users u on u.id = n.user_id left join users a on a.id = n.actor_id order by n.place`
  return rows.map(row => ({
    kind: row.kind as string,
    to: row.login as string,
    by: row.actor as string | null,
    details: row.details as Record<string, unknown>,
  }))
}
const officer = () => permit(cast.caseOfficer, 'deal.edit')
const tell = (to: (number | null)[]) =>
  write(officer(), async tx => {
    await notify(tx, { kind: 'mentioned', to, noun: 'deal', recordId: 1, details: { name: '项目' } })
    return done()
  })

describe('who is told', () => {
  test('each of them once, never the one who does it, nobody whose account is disabled', async () => {
    await scene.owner`update users set disabled_at = now() where id = ${cast.outsider.id}`
    await tell([cast.caseOfficer.id, cast.colleague.id, cast.colleague.id, cast.outsider.id, null, 999_999])
    await scene.owner`update users set disabled_at = null where id = ${cast.outsider.id}`
    expect(await told()).toEqual([
      { kind: 'mentioned', to: 'colleague', by: 'officer', details: { name: '项目' } },
    ])
  })

  test('nobody, when the write is refused', async () => {
    await write(officer(), async tx => {
      await notify(tx, { kind: 'mentioned', to: [cast.colleague.id], noun: 'deal', recordId: 1 })
      return refused('common.not_permitted')
    })
    expect(await told()).toEqual([])
  })

  test('whoever chose no longer to be told is not; for e-mail alone it is kept out of the app', async () => {
    const { owner } = scene
    await owner`insert into notification_choices values (${cast.colleague.id}, 'mentioned', false, 'never'), (${cast.member.id}, 'mentioned', false, 'at_once')`
    await tell([cast.colleague.id, cast.member.id, cast.director.id])
    const rows = await owner`select user_id::int as id, in_app, mail from notifications order by user_id`
    expect(rows).toEqual([
      { id: cast.director.id, in_app: usualChoice.app, mail: usualChoice.mail },
      { id: cast.member.id, in_app: false, mail: 'at_once' },
    ])
    await owner`delete from notification_choices`
  })

  test('a chore tells as nobody, and the same only once', async () => {
    const housekeeping = await pool('housekeeping')
    const say = () =>
      housekeeping`select notify('clock_overdue', ${[cast.colleague.id]}::bigint[], 'lead', 1, '{"number": "L-2026-0001"}', 'overdue:lead:1') as n`
    expect((await say())[0]?.n).toBe(1)
    expect((await say())[0]?.n).toBe(0)
    expect(await told()).toEqual([
      { kind: 'clock_overdue', to: 'colleague', by: null, details: { number: 'L-2026-0001' } },
    ])
  })
})

describe('the fence', () => {
  test('one sees one’s own, whatever one’s role; and nobody writes but through notify()', async () => {
    await tell([cast.colleague.id, cast.director.id])
    for (const [who, sees] of [
      ['colleague', 1],
      ['director', 1],
      ['admin', 0],
      ['viewer', 0],
      ['caseOfficer', 0],
    ] as const) {
      const rows = await as(permit(cast[who], 'notification.read'), 'read', tx =>
        tx.execute('select user_id from notifications'),
      )
      expect(rows.length, who).toBe(sees)
    }
    const mark = permit(cast.colleague, 'notification.mark')
    const run = (statement: string) => as(mark, 'write', tx => tx.execute(statement))
    await expect(run(`update notifications set details = '{}'`)).rejects.toThrow()
    await expect(run('delete from notifications')).rejects.toThrow()
    await expect(
      run(`insert into notifications (user_id, kind, noun) values (1, 'ruled', 'deal')`),
    ).rejects.toThrow()
    expect((await run('update notifications set read_at = now()')).count).toBe(1)
  })

  test('outside of a permitted write there is nothing to tell', async () => {
    const reads = as(permit(cast.colleague, 'deal.read'), 'read', tx =>
      notify(tx, { kind: 'mentioned', to: [cast.director.id], noun: 'deal', recordId: 1 }),
    )
    await expect(reads).rejects.toThrow()
  })

  test('every kind that the code knows is one that the table takes', async () => {
    for (const kind of notificationKinds)
      await write(officer(), async tx => {
        await notify(tx, { kind, to: [cast.colleague.id], noun: 'deal', recordId: 1 })
        return done()
      })
    expect(await told()).toHaveLength(notificationKinds.length)
  })

  test('what somebody wrote is told in a line, however long it was', async () => {
    await write(officer(), async tx => {
      const text = '很长'.repeat(5000)
      await notify(tx, {
        kind: 'returned',
        to: [cast.colleague.id],
        noun: 'deal',
        recordId: 1,
        details: { text },
      })
      return done()
    })
    expect(String((await told())[0]?.details.text)).toHaveLength(300)
  })
})

describe('the verbs that tell', () => {
  const head = <P extends 'lead.assign' | 'deal.assign' | 'deal.confirm' | 'deal.return'>(verb: P) =>
    permit(cast.headOfDesk, verb)

  test('assigning a lead tells its new officer; adding a member tells the member', async () => {
    const { number } = await aLead(scene)
    await assignLead(head('lead.assign'), { number, officerId: cast.colleague.id })
    await addLeadMember(permit(cast.colleague, 'lead.add_member'), { number, memberId: cast.outsider.id })
    expect(await told()).toEqual([
      {
        kind: 'assigned',
        to: 'colleague',
        by: 'headdomestic',
        details: { number, name: '来访客商', as: 'officer' },
      },
      {
        kind: 'assigned',
        to: 'outsider',
        by: 'colleague',
        details: { number, name: '来访客商', as: 'member' },
      },
    ])
  })

  test('so does a deal', async () => {
    const deal = await aDeal(scene)
    await assignDeal(head('deal.assign'), { ...deal, officerId: cast.colleague.id })
    await addMemberDeal(permit(cast.colleague, 'deal.add_member'), {
      ...deal,
      version: deal.version + 1,
      memberId: cast.outsider.id,
    })
    expect((await told()).map(({ kind, to, details }) => [kind, to, details.as])).toEqual([
      ['assigned', 'colleague', 'officer'],
      ['assigned', 'outsider', 'member'],
    ])
  })

  test('a proposal goes to those who may decide, their decision to the one who proposed', async () => {
    const deal = await proposedDeal(scene)
    expect((await told()).map(({ kind, to }) => [kind, to])).toEqual([
      ['confirmation_asked', 'director'],
      ['confirmation_asked', 'headdomestic'],
    ])
    await scene.owner`delete from notifications`
    await returnDeal(head('deal.return'), {
      number: deal.number,
      proposalId: deal.proposalId,
      reason: '补材料',
    })
    const again = await proposedDeal(scene)
    await scene.owner`delete from notifications where kind = 'confirmation_asked'`
    await confirmDeal(head('deal.confirm'), { number: again.number, proposalId: again.proposalId })
    expect((await told()).map(({ kind, to, details }) => [kind, to, details.text])).toEqual([
      ['returned', 'officer', '补材料'],
      ['confirmed', 'officer', undefined],
    ])
  })
})
