import type { Tx } from '@/db/as'
import { valued } from '@/db/rate'
import type { deals } from '@/db/schema/deal'
import type { CreateDealInput } from '@/domain/deal/input'
import type { Ruled } from '@/domain/duplicate/look-alike'
import type { Invalid } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { insertCompany } from './company-insert'
import { keepRulings } from './duplicate'
import { checkLookAlikes, type Met } from './look-alike'

type Likes = { fault: Invalid | null; likes: { found: Met[]; name: string }; companyId: number }

/**
 * The company of a new deal: the chosen one, or one that is named and may be on file already; and what else is under way
 * with it in the same industry for about as much (the amount as stated on `statedOn`).
 */
export async function companyLikes(
  tx: Tx,
  permit: Permit,
  input: Pick<CreateDealInput, 'company' | 'fields' | 'ruled' | 'attach' | 'different' | 'asks'>,
  statedOn: string,
): Promise<Likes> {
  const { company, fields } = input
  const named = 'id' in company ? null : company.name
  const { money } = fields.total
  const typed = {
    noun: 'deal' as const,
    names: named ? [named] : [],
    companyId: 'id' in company ? company.id : null,
    industryId: fields.industryId,
    cny: money ? (await valued(tx, money, statedOn)).cny : null,
  }
  const { found, fault } = await checkLookAlikes(tx, typed, input)
  const likes = { found, name: fields.name }
  if (fault) return { fault, likes, companyId: 0 }
  const same = found.find(met => met.noun === 'company' && input.attach.includes(met.key))
  if (typed.companyId ?? same) return { fault, likes, companyId: typed.companyId ?? same?.id ?? 0 }
  const { id } = await insertCompany(tx, permit, { name: named ?? '', country: fields.country })
  const firms = found.filter(({ noun }) => noun === 'company')
  await keepRulings(tx, permit, { noun: 'company', id, name: named ?? '' }, firms, input)
  return { fault, likes, companyId: id }
}

/** The same of a deal that is edited, when it gets another investor, industry or amount. */
export async function editLikes(
  tx: Tx,
  deal: Investment & { id: number },
  next: Investment,
  said: Ruled,
): Promise<{ found: Met[]; fault: Invalid | null }> {
  const { companyId, industryId, totalCny: cny } = next
  const same = companyId === deal.companyId && industryId === deal.industryId && cny === deal.totalCny
  if (same) return { found: [], fault: null }
  return checkLookAlikes(tx, { noun: 'deal', self: deal.id, companyId, industryId, cny }, said)
}

type Investment = Pick<typeof deals.$inferSelect, 'companyId' | 'industryId' | 'totalCny'>
