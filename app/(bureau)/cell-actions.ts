'use server'
import { action } from '@/access/action'
import { ask } from '@/access/ask'
import type { CellAsked } from '@/components/cell'
import type { FormOutcome } from '@/components/form-state'
import { planNextStep } from '@/db/write/activity'
import { editDeal } from '@/db/write/deal-edit'
import { assignDeal } from '@/db/write/deal-team'
import { editCompanyFields, editLeadFields } from '@/db/write/fields'
import { assignLead } from '@/db/write/lead-people'
import { planNextStepInput } from '@/domain/activity/input'
import { cellInputs } from '@/domain/cell/cell'
import { editFieldsInput, openCellInput } from '@/domain/cell/input'
import { editDealInput } from '@/domain/deal/input'
import { assignDealInput } from '@/domain/deal/verb-input'
import { assignLeadInput } from '@/domain/lead/move-input'
import { nounOfNumber } from '@/domain/tag/tag'
import { openCompanyCell, openDealCell, openLeadCell } from './cell-open'
import { told } from './outcome-answer'

const open = {
  lead: ask('lead.read', openCellInput, openLeadCell),
  deal: ask('deal.read', openCellInput, openDealCell),
  company: ask('company.read', openCellInput, openCompanyCell),
}
const lists = { lead: 'leads', deal: 'deals', company: 'companies' } as const

/* The writes of the records' own pages: what they refuse is refused here. */
const step = action('activity.create', planNextStepInput, planNextStep)
const save = {
  lead: action('lead.edit', editFieldsInput, editLeadFields),
  deal: action('deal.edit', editDealInput, editDeal),
  company: action('company.edit', editFieldsInput, editCompanyFields),
}
const assign = {
  lead: action('lead.assign', assignLeadInput, assignLead),
  deal: action('deal.assign', assignDealInput, assignDeal),
}

/** What a cell opens with: nothing for a record that is not there, or not one's own to see. */
export async function openCellAction(asked: CellAsked) {
  const noun = nounOfNumber(String(asked?.number))
  return noun ? open[noun](asked) : []
}

/** Only the inputs of that cell are taken, whatever is sent. */
export async function saveCellAction(
  asked: CellAsked & { version: number; values: Record<string, string> },
): Promise<FormOutcome> {
  const { number, field, version } = asked
  const noun = nounOfNumber(String(number))
  const inputs = noun && cellInputs(lists[noun], String(field))
  if (!noun || !inputs) return { kind: 'refused', reason: 'common.not_permitted' }
  const values = Object.fromEntries(inputs.map(name => [name, String(asked.values?.[name] ?? '')]))
  if (field === 'next_step')
    return told(await step({ record: number, version, ...values })) as Promise<FormOutcome>
  if (field === 'officer' && noun !== 'company')
    return told(await assign[noun]({ number, version, ...values })) as Promise<FormOutcome>
  const asForm = noun === 'deal' ? { number, version, ...values } : { number, version, values }
  return told(await save[noun](asForm)) as Promise<FormOutcome>
}
