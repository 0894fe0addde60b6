import { createDeal } from '@/db/write/deal-create'
import { type CreateDealInput, createDealInput } from '@/domain/deal/input'
import { parseInput } from '@/domain/outcome'
import { type Office, permit, type StaffName } from './office'

/** What a form must say for a deal to be created on the officer's desk. */
export async function dealForm(
  office: Office,
  changes: Record<string, unknown> = {},
): Promise<CreateDealInput> {
  const form = {
    name: '精密铸造项目',
    companyId: await companyOf(office),
    deskId: office.desks.domestic,
    country: 'TW',
    industryId: office.industryId,
    source: 'visit',
    ...changes,
  }
  const parsed = parseInput(createDealInput, form)
  if (parsed.kind !== 'done') throw new Error(JSON.stringify(parsed))
  return parsed.value
}

/** What lets a deal enter the procedures. */
export const entryFields = {
  total: '1.16亿',
  totalCurrency: 'CNY',
  form: 'joint_venture',
  content: '熔模铸造',
  entryDocumentKind: 'intent',
  entryDocumentOn: '2026-01-20',
  entryDocumentReference: '意向书 12 号',
}

/** A deal as its officer enters it. */
export async function newDeal(
  office: Office,
  changes: Record<string, unknown> = {},
  by: StaffName = 'officer',
): Promise<{ id: number; number: string; version: number }> {
  const created = await createDeal(permit(office.actors[by], 'deal.create'), await dealForm(office, changes))
  if (created.kind !== 'done') throw new Error(JSON.stringify(created))
  return created.value
}

export async function companyOf({ owner, actors }: Office): Promise<number> {
  const [known] = await owner`select id from companies where number = 'C-2026-9001'`
  if (known) return Number(known.id)
  const [row] = await owner`
    insert into companies (number, name, country, name_key, search_text, created_by, updated_by)
    values ('C-2026-9001', '马氏企业', 'TW', '马氏企业', '马氏企业', ${actors.officer.id}, ${actors.officer.id})
    returning id`
  return Number(row?.id)
}

/** Gives a deal a capital structure that closes: all of its total from one foreign party. */
export async function closeCapital({ owner, actors }: Pick<Office, 'owner' | 'actors'>, dealId: number) {
  const by = actors.officer.id
  await owner`insert into capital_structures (deal_id, created_by, updated_by) values (${dealId}, ${by}, ${by})`
  await owner`
    insert into capital_parts (deal_id, position, kind, origin, form, rest, minor, currency, rate, cny, effective_on, created_by)
    select id, 0, 'registered', 'hk_mo_tw', 'cash', true, total_cny, 'CNY', 1, total_cny, created_at::date, ${by} from deals where id = ${dealId}`
}
