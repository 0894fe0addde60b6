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
import { changeTags } from '@/db/write/record-tags'
import { planNextStepInput } from '@/domain/activity/input'
import { cellInputs } from '@/domain/cell/cell'
import { editFieldsInput, openCellInput } from '@/domain/cell/input'
import { editDealInput } from '@/domain/deal/input'
import { assignDealInput } from '@/domain/deal/verb-input'
import { ruledFields } from '@/domain/duplicate/input'
import { assignLeadInput } from '@/domain/lead/move-input'
import type { Outcome } from '@/domain/outcome'
import { changeTagsInput } from '@/domain/tag/input'
import { nounOfNumber } from '@/domain/tag/tag'
import { openCompanyCell, openDealCell, openLeadCell } from './cell-open'
import { askInstead } from './look-alike-action'
import LookAlikePanel, { type ShownMatch } from './look-alike-panel'
import { lookAlikeWords, withMatches } from './look-alike-words'
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
const tag = {
  lead: action('lead.tag', changeTagsInput, changeTags),
  deal: action('deal.tag', changeTagsInput, changeTags),
  company: action('company.tag', changeTagsInput, changeTags),
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
  const { ask: whom, ...sent } = asked.values ?? {}
  const text = (name: string) => String(sent[name] ?? '')
  const values = Object.fromEntries(inputs.map(name => [name, text(name)]))
  if (whom) return askOfficer(String(whom), values.name)
  if (field === 'tags')
    return told(await tag[noun](tagsChanged(number, text('was'), text('tags')))) as Promise<FormOutcome>
  if (field === 'next_step')
    return told(await step({ record: number, version, ...values })) as Promise<FormOutcome>
  if (field === 'officer' && noun !== 'company')
    return told(await assign[noun]({ number, version, ...values })) as Promise<FormOutcome>
  // what a person has ruled on what looks the same goes along, as with the form
  const ruled = Object.fromEntries(Object.keys(ruledFields).map(name => [name, text(name)]))
  const all = { ...values, ...ruled }
  const asForm = noun === 'deal' ? { number, version, ...all } : { number, version, values: all }
  return withPanel(await told(await withMatches((await save[noun](asForm)) as Outcome, noun)))
}

/** Whom a match beyond one's sight belongs to is asked, as from the form. */
async function askOfficer(key: string, name = ''): Promise<FormOutcome> {
  const form = new FormData()
  form.set('ask', key)
  form.set('name', name)
  return (await askInstead(form)) as FormOutcome
}

/** Only what was ticked or taken off: another's ticks of the same moment stay. */
function tagsChanged(number: string, was: string, now: string) {
  const [before, after] = [was, now].map(ids => ids.split(' ').filter(Boolean)) as [string[], string[]]
  return {
    number,
    add: after.filter(id => !before.includes(id)),
    remove: before.filter(id => !after.includes(id)),
  }
}

/** What looks the same, as the form shows it. */
async function withPanel(outcome: Outcome): Promise<FormOutcome> {
  if (outcome.kind !== 'invalid' || !outcome.matches) return outcome as FormOutcome
  const { matches, ...said } = outcome
  const panel = <LookAlikePanel matches={matches as unknown as ShownMatch[]} words={await lookAlikeWords()} />
  return { ...said, panel } as FormOutcome
}
