import { loadOffice, loadRows, owner } from './load'
import { reviewPage } from '@/db/read/review'
import { proposedForAgenda } from '@/db/read/review-proposed'
import { listDeals } from '@/db/read/deal'
import { defaultDealFilter } from '@/domain/deal/filter'
import { Permit } from '@/domain/policy/grant'
import { closePools } from '@/db/client'

const say = (l: string) => console.log(l)
await loadOffice(say)
await loadRows(0, 100_000, say)
const sql = await owner()
await sql`alter table deals disable trigger user`
await sql`update deals set approval_expected_on = current_date - 30 + (id % 400)::int where status = 'active' and stage <> 'approved' and id % 2 = 0`
await sql`update deal_facts set recorded_at = now() - (id % 7) * interval '1 day' where fact = 'stage' and id % 300 = 0`
await sql`alter table deals enable trigger user`
await sql`select recount_cases()`
await sql`vacuum analyze`
const people = await sql`select u.id, u.login, u.name, u.role, array(select desk_id from desk_members m where m.user_id = u.id) as desks, array(select desk_id from desk_members m where m.user_id = u.id and head) as heads from users u where role in ('director', 'manager') order by u.id`
const desks = await sql`select id, key from desks`
for (const who of [people.find(p => p.role === 'director'), people.find(p => p.role === 'manager')]) {
  const deskIds = who!.desks.map(Number)
  const actor = { id: Number(who!.id), login: who!.login, name: who!.name, role: who!.role, deskIds, headOf: who!.heads.map(Number), covers: [], locale: null, theme: 'system', mustChangePassword: false } as never
  const keys = who!.role === 'director' ? [] : desks.filter(d => deskIds.includes(Number(d.id))).map(d => d.key)
  const read = Permit.grant('review.read', actor)!
  const deal = Permit.grant('deal.read', actor)!
  const time = async (name: string, run: () => Promise<unknown>) => {
    const ms: number[] = []
    for (let i = 0; i < 9; i++) { const t = performance.now(); await run(); ms.push(performance.now() - t) }
    ms.sort((a, b) => a - b)
    console.log(who!.role, name, ms[4]!.toFixed(1), 'ms')
  }
  const asked = { deskId: keys.length ? deskIds[0] : null, desks: keys, since: null }
  await time('reviewPage', () => reviewPage(read, asked))
  await time('listDeals', () => listDeals(deal, { ...defaultDealFilter, desks: keys, size: 50 } as never))
  await time('listDeals change', () => listDeals(deal, { ...defaultDealFilter, desks: keys, statuses: ['active','on_hold','lost','withdrawn'], approved: 'all', change: 'created', changedFrom: '2026-11-23', size: 50 } as never))
  const { lines } = await reviewPage(read, asked)
  console.log(lines.filter(l => !l.key.startsWith('expected')).map(l => `${l.deskId} ${l.key} ${l.sum.count}`).join('; ').slice(0, 900))
}
await sql.end(); await closePools()
