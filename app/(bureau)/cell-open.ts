import { getTranslations } from 'next-intl/server'
import type { CellInput, CellOpened, CellWords } from '@/components/cell'
import { getCompany } from '@/db/read/company'
import { getDeal } from '@/db/read/deal-record'
import { getLead } from '@/db/read/lead'
import { getTags } from '@/db/read/tag'
import { type BulkList, mayBulk } from '@/domain/bulk/bulk'
import { cellInputs } from '@/domain/cell/cell'
import type { OpenCellInput } from '@/domain/cell/input'
import { leadFormValues } from '@/domain/lead/form-values'
import { leadRights } from '@/domain/lead/right'
import type { Permit } from '@/domain/policy/permit'
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
  const may = { officer: can.assign, next_step: can.log, tags: can.tag }[field] ?? can.edit
  const tags = field === 'tags' ? await getTags(permit, { noun: 'lead', id: lead.id }) : null
  const { nextStep, nextStepOn, caseOfficerId: officerId } = lead
  const values = { ...leadFormValues(lead), nextStep, nextStepOn, officerId }
  const named = field === 'name' && lead.company !== null
  return answer('leads', field, { values, version: lead.version, may, deskId: lead.deskId, named, tags })
}

export async function openDealCell(
  permit: Permit<'deal.read'>,
  { number, field }: OpenCellInput,
): Promise<Answer> {
  const deal = await getDeal(permit, number)
  if (!deal || deal.deletedAt) return []
  const { can, nextStep, nextStepOn, officerId } = deal
  const may = { officer: can.assign, next_step: can.log, tags: can.tag }[field] ?? can.edit
  const tags = field === 'tags' ? await getTags(permit, { noun: 'deal', id: deal.id }) : null
  const values = { ...deal.values, nextStep, nextStepOn, officerId }
  return answer('deals', field, { values, version: deal.version, may, deskId: deal.deskId, tags })
}

export async function openCompanyCell(
  permit: Permit<'company.read'>,
  { number, field }: OpenCellInput,
): Promise<Answer> {
  const company = await getCompany(permit, number)
  if (!company || company.deletedAt) return []
  const may = mayBulk(permit.actor.role, field === 'tags' ? 'company.tag' : 'company.edit')
  const tags = field === 'tags' ? await getTags(permit, { noun: 'company', id: company.id }) : null
  return answer('companies', field, {
    values: { ...company, names: null, inZone: company.inZone ? 'on' : '' } as unknown as Values,
    version: company.version,
    may,
    tags,
  })
}

/** All tags to be ticked; the value is those that are, in their order. */
function tagsAsked({ on, all }: NonNullable<Now['tags']>): Pick<CellInput, 'kind' | 'value' | 'options'> {
  const options = all.map(({ id, name }) => ({ value: String(id), label: name }))
  const value = all.filter(tag => on.some(({ id }) => id === tag.id)).map(({ id }) => id)
  return { kind: 'tags', value: value.join(' '), options }
}

type Now = {
  values: Values
  version: number
  may: boolean
  deskId?: number
  named?: boolean
  /** Of a cell of tags: those that it bears, and all that there are. */
  tags?: Awaited<ReturnType<typeof getTags>> | null
}

async function answer(list: BulkList, field: string, now: Now): Promise<Answer> {
  const [t, tag, common, form] = await Promise.all([
    getTranslations('cell'),
    getTranslations('tag'),
    getTranslations('common'),
    getTranslations('common.form'),
  ])
  const words: CellWords = {
    editing: t.raw('editing') as string,
    theirs: t.raw('theirs') as string,
    keepMine: t('keepMine'),
    takeTheirs: t('takeTheirs'),
    saved: common('say.saved'),
    undo: common('act.undo'),
    changedSince: t('changedSince'),
    long: t('long'),
    find: t('find'),
    noTags: tag('noneYet'),
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
  const asked: CellInput[] = await Promise.all(
    inputs.map(name => cellInput(list, name, String(now.values[name] ?? ''), now.deskId)),
  )
  const [only] = asked
  if (now.tags && only) Object.assign(only, tagsAsked(now.tags))
  return [{ opened: { inputs: asked, version: now.version }, words }]
}
