import { getReview, listReviews, openReviews, reviewPage } from '@/db/read/review'
import { findForAgenda, proposedForAgenda } from '@/db/read/review-proposed'
import { editReview, openReview } from '@/db/write/review'
import { addReviewItem, changeReviewItem } from '@/db/write/review-agenda'
import { closeReview, reopenReview } from '@/db/write/review-close'
import { saveMinute } from '@/db/write/review-minute'
import { aDeal, type Door, type Scene, type Seen, type Who } from './door'
import { permit } from './office'

type Made = { number: string; version: number; item: number; deal: string }
const heads: Who[] = ['director', 'headOfDesk']
/** The desk, its head, the director; the viewer what is closed. */
const readers: Who[] = ['director', 'viewer', 'headOfDesk', 'caseOfficer', 'colleague']

/** The only open review of the domestic desk, with one deal on its agenda. */
export async function aReview(scene: Scene): Promise<Made> {
  const { office, cast, owner, today } = scene
  await owner`update reviews set state = 'closed', closed_at = now(), counted_until = coalesce(counted_until, now()) where state = 'open'`
  const deal = await aDeal(scene)
  const opened = await openReview(permit(cast.director, 'review.open'), {
    deskId: office.desks.domestic,
    heldOn: today,
    since: today,
    present: null,
    reasons: [],
    leads: false,
    submission: undefined,
  })
  if (opened.kind !== 'done') throw new Error(JSON.stringify(opened))
  const { number } = opened.value
  const added = await addReviewItem(permit(cast.director, 'review.edit'), { number, record: deal.number })
  if (added.kind !== 'done') throw new Error(JSON.stringify(added))
  return { number, version: 1, item: added.value.item, deal: deal.number }
}

const door = (
  permission: Door['permission'],
  call: (permit: never, made: Made, scene: Scene) => unknown,
  may = heads,
  given: (scene: Scene) => Promise<Made> = aReview,
): Door => ({ permission, may, given, call })

async function closed(scene: Scene): Promise<Made> {
  const made = await aReview(scene)
  await closeReview(permit(scene.cast.director, 'review.close'), made)
  return { ...made, version: 2 }
}

export const reviewWrites: Record<string, Door> = {
  openReview: door(
    'review.open',
    (p, _, { office, today }) =>
      openReview(p, {
        deskId: office.desks.domestic,
        heldOn: today,
        since: today,
        present: null,
        reasons: ['stuck', 'big'],
        leads: true,
        submission: undefined,
      }),
    heads,
    closed,
  ),
  editReview: door('review.edit', (p, { number, version }, { today }) =>
    editReview(p, { number, version, heldOn: today, since: today, present: '全体', note: null }),
  ),
  addReviewItem: door(
    'review.edit',
    (p, { number, deal }) => addReviewItem(p, { number, record: deal }),
    heads,
    async scene => {
      const made = await aReview(scene)
      return { ...made, deal: (await aDeal(scene)).number }
    },
  ),
  changeReviewItem: door('review.edit', (p, { number, item }) =>
    changeReviewItem(p, { number, item, to: 'off' }),
  ),
  saveMinute: door('review.minute', (p, { number, item }, { cast, today }) =>
    saveMinute(p, {
      number,
      item,
      version: 1,
      decision: '下周约谈',
      ownerId: cast.caseOfficer.id,
      dueOn: today,
      outcome: 'decided',
    }),
  ),
  closeReview: door('review.close', (p, made) => closeReview(p, made)),
  reopenReview: door(
    'review.reopen',
    (p, { number, version }) => reopenReview(p, { number, version, reason: '漏记一项' }),
    ['director'],
    closed,
  ),
}

/** A closed review of the domestic desk, made once. */
async function kept({ office, owner, cast }: Scene): Promise<string> {
  const [there] = await owner`select number from reviews where number = 'R-2026-9001'`
  if (there) return there.number
  await owner`insert into reviews (number, desk_id, held_on, since, state, closed_at, counted_until, created_by, updated_by)
    values ('R-2026-9001', ${office.desks.domestic}, '2026-06-30', '2026-06-01', 'closed', now(), now(), ${cast.director.id}, ${cast.director.id})`
  return 'R-2026-9001'
}
const read = (
  call: (permit: never, number: string, scene: Scene, seen: Seen) => Promise<boolean>,
  may = readers,
  permission: Door['permission'] = 'review.read',
): Door => ({
  permission,
  may,
  call: async (p: never, seen: never, scene: Scene) => call(p, await kept(scene), scene, seen),
})

export const reviewReads: Record<string, Door> = {
  reviewPage: read(
    async (p, _, { office }) => {
      const asked = { deskId: office.desks.domestic, desks: ['domestic'], since: null }
      const { last, lines } = await reviewPage(p, asked)
      return last !== null && lines.length > 0
    },
    [...readers],
  ),
  listReviews: read(async p => (await listReviews(p)).rows.length > 0),
  openReviews: read(
    async (p, _, scene) => {
      const { owner, office, cast } = scene
      await owner`insert into reviews (number, desk_id, held_on, since, created_by, updated_by)
      values ('R-2026-9002', ${office.desks.domestic}, '2026-07-07', '2026-06-30', ${cast.director.id}, ${cast.director.id})
      on conflict do nothing`
      return (await openReviews(p)).length > 0
    },
    readers.filter(who => who !== 'viewer'),
  ),
  getReview: read(async (p, number) => (await getReview(p, number)) !== null),
  proposedForAgenda: read(
    async (p, number) => (await proposedForAgenda(p, number)).length > 0,
    heads,
    'review.edit',
  ),
  findForAgenda: read(
    async (p, number, _, { deal }) => (await findForAgenda(p, number, deal.number)).length > 0,
    heads,
    'review.edit',
  ),
}
