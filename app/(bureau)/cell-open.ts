import { getTranslations } from 'next-intl/server'
import type { CellInput, CellOpened, CellWords } from '@/components/cell'
import { getCompany } from '@/db/read/company'
import { getDeal } from '@/db/read/deal-record'
import { getLead } from '@/db/read/lead'
import { mayBulk } from '@/domain/bulk/bulk'
import { cellInputs } from '@/domain/cell/cell'
import type { OpenCellInput } from '@/domain/cell/input'
import { leadFormValues } from '@/domain/lead/form-values'
import { leadRights } from '@/domain/lead/right'
import type { Permit } from '@/domain/policy/permit'
import type { ViewList } from '@/domain/view/view'
import { cellInput } from './cell-inputs'

type Answer = { opened: CellOpened; words: CellWords }[]
type Values = Record<string, string | number | boolean | null | undefined>

/** A cell of a lead as it stands now; empty for one that is not there. */
export async function openLeadCell(
  permit: Permit<'lead.read'>,
  { number, field }: OpenCellInput,
): Promise<Answer> {
  const lead = await getLead(permit, number)
  if (!lead || lead.deletedAt) return []
  const can = leadRights(permit.actor, lead)
  const may = field === 'officer' ? can.assign : field === 'next_step' ? can.log : can.edit
  const { nextStep, nextStepOn, caseOfficerId: officerId } = lead
  const values = { ...leadFormValues(lead), nextStep, nextStepOn, officerId }
  const named = field === 'name' && lead.company !== null
  return answer('leads', field, { values, version: lead.version, may, deskId: lead.deskId, named })
}

export async function openDealCell(
  permit: Permit<'deal.read'>,
  { number, field }: OpenCellInput,
): Promise<Answer> {
  const deal = await getDeal(permit, number)
  if (!deal || deal.deletedAt) return []
  const { can, nextStep, nextStepOn, officerId } = deal
  const may = field === 'officer' ? can.assign : field === 'next_step' ? can.log : can.edit
  const values = { ...deal.values, nextStep, nextStepOn, officerId }
  return answer('deals', field, { values, version: deal.version, may, deskId: deal.deskId })
}

export async function openCompanyCell(
  permit: Permit<'company.read'>,
  { number, field }: OpenCellInput,
): Promise<Answer> {
  const company = await getCompany(permit, number)
  if (!company || company.deletedAt) return []
  const may = mayBulk(permit.actor.role, 'company.edit')
  return answer('companies', field, {
    values: { ...company, names: null, inZone: company.inZone ? 'on' : '' } as unknown as Values,
    version: company.version,
    may,
  })
}

type Now = { values: Values; version: number; may: boolean; deskId?: number; named?: boolean }

async function answer(list: ViewList, field: string, now: Now): Promise<Answer> {
  const [t, common, form] = await Promise.all([
    getTranslations('cell'),
    getTranslations('common'),
    getTranslations('common.form'),
  ])
  const words: CellWords = {
    editing: t.raw('editing') as string,
    theirs: t.raw('theirs') as string,
    keepMine: t('keepMine'),
    takeTheirs: t('takeTheirs'),
    saved: common('say.saved'),
    empty: common('form.conflict.empty'),
    offline: form('offline'),
    failed: form('failed'),
    gone: form('gone'),
    signedOut: t('signedOut'),
  }
  const refused = (text: string): Answer => [{ opened: { refused: text }, words }]
  const inputs = cellInputs(list, field)
  if (!inputs) return refused(t('fixed'))
  if (now.named) return refused(t('named'))
  if (!now.may) return refused(common('not_permitted'))
  const texts = inputs.map(name => String(now.values[name] ?? ''))
  if (texts.some(text => text.includes('\n'))) return refused(t('long'))
  const asked: CellInput[] = await Promise.all(
    inputs.map((name, at) => cellInput(list, name, texts[at] ?? '', now.deskId)),
  )
  return [{ opened: { inputs: asked, version: now.version }, words }]
}
