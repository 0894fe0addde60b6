import { notFound } from 'next/navigation'
import { cache } from 'react'
import { page } from '@/access/page'
import { getDealCapital } from '@/db/read/deal-capital'
import type { CapitalArrival, CapitalPart, CapitalPlan, DealCapital } from '@/domain/capital/deal'
import type { SearchParams } from '@/domain/filter/parameter'
import { decidesFor, within } from '@/domain/policy/within'
import { dealOf } from '../deal-of'

export type CapitalFound = Awaited<ReturnType<typeof capitalOf>>

/** The deal and its capital, with what this person may do to it now; once a request. */
export const capitalOf = cache(async (number: string) => {
  const found = await dealOf(number)
  const permit = await page('capital.read')
  const { actor } = permit
  const { deal } = found
  const capital = (await getDealCapital(permit, deal.id)) ?? notFound()
  const live = deal.deletedAt === null
  const can = {
    edit: live && within(actor, 'capital.edit', deal),
    plan: live && capital.parts.length > 0 && within(actor, 'capital.plan', deal),
    propose: live && capital.parts.length > 0 && within(actor, 'capital.propose_arrival', deal),
    decide: live && decidesFor(actor, deal.deskId),
  }
  return { found, actor, capital, can }
})

const acts = ['plan', 'drop', 'arrive', 'return', 'correct'] as const
export type CapitalAct =
  | { act: 'plan'; part: CapitalPart | null; plan: CapitalPlan | null }
  | { act: 'drop'; plan: CapitalPlan }
  | { act: 'arrive'; part: CapitalPart | null }
  | { act: 'return' | 'correct'; arrival: CapitalArrival }

/** The question that the address opens over the page (`do=plan&part=3`), where it can be asked of what is there. */
export function capitalAsked(
  params: SearchParams,
  { capital, can }: Pick<CapitalFound, 'capital' | 'can'>,
): CapitalAct | null {
  const { do: asked, id, part: of } = params as Record<string, string | undefined>
  const act = acts.find(one => one === asked)
  const part = capital.parts.find(one => String(one.id) === of) ?? null
  const plan = capital.plans.find(one => String(one.id) === id) ?? null
  const arrival = capital.arrivals.find(one => String(one.id) === id)
  if (act === 'plan' && can.plan) return { act, part, plan }
  if (act === 'drop' && can.plan && plan) return { act, plan }
  if (act === 'arrive' && can.propose) return { act, part }
  if (act === 'return' && can.decide && arrival?.state === 'proposed') return { act, arrival }
  if (act === 'correct' && can.propose && arrival?.state === 'confirmed') return { act, arrival }
  return null
}

/** The part of a plan or an arrival. */
export const partOf = ({ parts }: DealCapital, { partId }: { partId: number }) =>
  parts.find(({ id }) => id === partId)
