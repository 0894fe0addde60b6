import { createCover, endCover } from '@/db/write/cover'
import { proposeDealHandOver, proposeLeadHandOver } from '@/db/write/hand-over'
import * as decide from '@/db/write/hand-over-decide'
import { handOverEvents, handOverGroup, handOverTasks } from '@/db/write/leaver'
import { createCoverInput } from '@/domain/cover/input'
import { proposeHandOverInput } from '@/domain/hand-over/input'
import { aDeal, aLead, type Door, type Scene, type Who } from './door'
import { permit } from './office'

const casework: Who[] = ['director', 'headOfDesk', 'caseOfficer', 'member']
const receives: Who[] = ['director', 'headElsewhere']
const gives: Who[] = ['director', 'headOfDesk', 'caseOfficer']
type Case = { id: number; number: string; version: number }
type Offer = { handOverId: number }

const form = ({ office }: Scene, { number, version }: Case) =>
  proposeHandOverInput.parse({ number, version, toDeskId: office.desks.japan_korea, reason: '日资' })

/** A deal that its case officer has offered to the desk of headElsewhere. */
async function offeredDeal(scene: Scene): Promise<Offer> {
  const deal = await aDeal(scene)
  await proposeDealHandOver(permit(scene.cast.caseOfficer, 'deal.propose_hand_over'), form(scene, deal))
  const [row] = await scene.owner`select id from hand_overs where deal_id = ${deal.id}`
  return { handOverId: Number(row?.id) }
}
async function offeredLead(scene: Scene): Promise<Offer> {
  const lead = await aLead(scene)
  await proposeLeadHandOver(permit(scene.cast.caseOfficer, 'lead.propose_hand_over'), form(scene, lead))
  const [row] = await scene.owner`select id from hand_overs where lead_id = ${lead.id}`
  return { handOverId: Number(row?.id) }
}

const reason = '先谈清用地'
const door = (
  permission: Door['permission'],
  may: readonly Who[],
  given: NonNullable<Door['given']>,
  call: Door['call'],
): Door => ({ permission, may, given, call })

export const handOvers: Record<string, Door> = {
  proposeLeadHandOver: door('lead.propose_hand_over', casework, aLead, (p, one: Case, scene) =>
    proposeLeadHandOver(p, form(scene, one)),
  ),
  proposeDealHandOver: door('deal.propose_hand_over', casework, aDeal, (p, one: Case, scene) =>
    proposeDealHandOver(p, form(scene, one)),
  ),
  acceptLeadHandOver: door('lead.accept_hand_over', receives, offeredLead, (p, offer: Offer) =>
    decide.acceptLeadHandOver(p, { ...offer, officerId: null }),
  ),
  acceptDealHandOver: door('deal.accept_hand_over', receives, offeredDeal, (p, offer: Offer) =>
    decide.acceptDealHandOver(p, { ...offer, officerId: null }),
  ),
  declineLeadHandOver: door('lead.decline_hand_over', receives, offeredLead, (p, offer: Offer) =>
    decide.declineLeadHandOver(p, { ...offer, reason }),
  ),
  declineDealHandOver: door('deal.decline_hand_over', receives, offeredDeal, (p, offer: Offer) =>
    decide.declineDealHandOver(p, { ...offer, reason }),
  ),
  withdrawLeadHandOver: door('lead.withdraw_hand_over', gives, offeredLead, (p, offer: Offer) =>
    decide.withdrawLeadHandOver(p, { ...offer, reason }),
  ),
  withdrawDealHandOver: door('deal.withdraw_hand_over', gives, offeredDeal, (p, offer: Offer) =>
    decide.withdrawDealHandOver(p, { ...offer, reason }),
  ),
}

const cover = ({ cast, today }: Scene) =>
  createCoverInput.parse({
    absentId: cast.caseOfficer.id,
    colleagueId: cast.colleague.id,
    from: today,
    until: today,
  })

export const covers: Record<string, Door> = {
  createCover: door(
    'cover.create',
    gives,
    ({ owner }) => owner`delete from covers`,
    (p, _, scene) => createCover(p, cover(scene)),
  ),
  endCover: door(
    'cover.end',
    gives,
    async scene => {
      await scene.owner`delete from covers`
      const made = await createCover(permit(scene.cast.director, 'cover.create'), cover(scene))
      return made.kind === 'done' ? made.value.id : 0
    },
    (p, id: number) => endCover(p, { id }),
  ),
}

const heads: Who[] = ['director', 'headOfDesk']
export const leavers: Record<string, Door> = {
  handOverGroup: door('leaver.hand_over', heads, aDeal, (p, _, { office, cast }) =>
    handOverGroup(p, {
      leaverId: cast.caseOfficer.id,
      part: 'officer',
      noun: 'deal',
      deskId: office.desks.domestic,
      takerId: cast.colleague.id,
      picks: [],
    }),
  ),
  handOverEvents: door(
    'leaver.hand_over',
    heads,
    ({ office, cast, owner }) => owner`
      insert into events (number, kind, name, starts_on, ends_on, country, city, desk_ids, staff_ids, search_text, created_by, updated_by)
      values (${`E-2026-${Date.now() % 10_000_000}`}, 'seminar', '说明会', '2099-05-01', '2099-05-01', 'JP', '大阪',
        array[${office.desks.domestic}]::bigint[], array[${cast.caseOfficer.id}]::bigint[], '', ${cast.director.id}, ${cast.director.id})`,
    (p, _, { cast }) => handOverEvents(p, { leaverId: cast.caseOfficer.id, takerId: cast.colleague.id }),
  ),
  handOverTasks: door(
    'leaver.hand_over',
    heads,
    ({ cast, owner }) => owner`
      insert into tasks (title, assignee_id, created_by, updated_by)
      values ('寄资料', ${cast.caseOfficer.id}, ${cast.caseOfficer.id}, ${cast.caseOfficer.id})`,
    (p, _, { cast }) => handOverTasks(p, { leaverId: cast.caseOfficer.id, takerId: cast.colleague.id }),
  ),
}
