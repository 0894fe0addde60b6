import { notFound } from 'next/navigation'
import { cache } from 'react'
import { page } from '@/access/page'
import { mergedAway } from '@/app/(bureau)/merged-away'
import { naming } from '@/app/(bureau)/naming'
import { getDeal } from '@/db/read/deal-record'
import { latestHandOver } from '@/db/read/hand-over'
import { nameIn } from '@/domain/user/user'

export type DealParams = Promise<{ number: string }>

/**
 * The deal that an address names, with the offer to another desk that stands on it; its title and its pages ask for the
 * same one. Not there, or not within reach: the page that says so.
 */
export const dealOf = cache(async (number: string) => {
  const permit = await page('deal.read')
  const found = await getDeal(permit, decodeURIComponent(number))
  const deal = (found?.mergedInto ? await mergedAway(permit, found) : found) ?? notFound()
  const offer = await latestHandOver(permit, { noun: 'deal', id: deal.id })
  const offers = deal.can.propose_hand_over && offer?.state !== 'open'
  return { permit, deal: { ...deal, can: { ...deal.can, propose_hand_over: offers } }, offer }
})

/** Number and name, and of a part of the record its own title before them. */
export async function dealTitle(params: DealParams, part?: string) {
  const { deal } = await dealOf((await params).number)
  const whole = `${deal.number} ${nameIn((await naming()).locale, deal.name, deal.names)}`
  return { title: part ? `${part} · ${whole}` : whole }
}
