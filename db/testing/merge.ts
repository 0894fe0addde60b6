import { getMergePreview } from '@/db/read/merge'
import { createCompany } from '@/db/write/company'
import { createContact } from '@/db/write/contact'
import { createLead } from '@/db/write/lead-create'
import { mergeCompany, mergeContact, mergeDeal, mergeLead } from '@/db/write/merge'
import { undoMergeCompany, undoMergeContact, undoMergeDeal, undoMergeLead } from '@/db/write/merge-undo'
import { createCompanyInput } from '@/domain/company/input'
import { createContactInput } from '@/domain/contact/input'
import { createLeadInput } from '@/domain/lead/input'
import type { Choices } from '@/domain/merge/choose'
import type { MergeNoun } from '@/domain/merge/merge'
import { parseInput } from '@/domain/outcome'
import type { Actor } from '@/domain/policy/actor'
import { type Office, permit, type StaffName } from './office'

const writes = {
  company: [mergeCompany, undoMergeCompany],
  contact: [mergeContact, undoMergeContact],
  lead: [mergeLead, undoMergeLead],
  deal: [mergeDeal, undoMergeDeal],
} as const

/** Merges as a form would: with the versions that stand now, or those that are said. */
export async function merging(
  actor: Actor,
  noun: MergeNoun,
  pair: { kept: string; other: string },
  more: { choices?: Choices; version?: number; otherVersion?: number; submission?: string } = {},
) {
  const seen = await getMergePreview(permit(actor, `${noun}.merge`), pair)
  const [version, otherVersion] =
    seen.kind === 'done' ? [seen.value.kept.version, seen.value.other.version] : [1, 1]
  const input = { ...pair, version, otherVersion, choices: {}, submission: undefined, ...more }
  return writes[noun][0](permit(actor, `${noun}.merge`) as never, input)
}

export const unmerging = (actor: Actor, noun: MergeNoun, merge: number) =>
  writes[noun][1](permit(actor, `${noun}.undo_merge`) as never, { merge })

const parsed = <T>(outcome: ReturnType<typeof parseInput<T>>): T => {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

/** Records to be merged, by those who may enter them. */
export const recordsOf = ({ actors, owner, desks }: Office) => ({
  async company(name: string, fields: Record<string, unknown> = {}) {
    const input = parsed(parseInput(createCompanyInput, { name, country: 'CN', ...fields }))
    const made = await createCompany(permit(actors.director, 'company.create'), input)
    if (made.kind !== 'done') throw new Error(JSON.stringify(made))
    const [row] = await owner`select id from companies where number = ${made.value.number}`
    return { number: made.value.number, id: Number(row?.id) }
  },
  async contact(name: string, fields: Record<string, unknown> = {}) {
    const input = parsed(parseInput(createContactInput, { name, ...fields }))
    const made = await createContact(permit(actors.director, 'contact.create'), input)
    if (made.kind !== 'done') throw new Error(JSON.stringify(made))
    const [row] = await owner`select id from contacts where number = ${made.value.number}`
    return { number: made.value.number, id: Number(row?.id) }
  },
  async lead(name: string, fields: Record<string, unknown> = {}, by: StaffName = 'officer') {
    const form = {
      name,
      country: 'CN',
      need: '厂房',
      nextStep: '回电',
      nextStepOn: '2099-01-01',
      deskId: desks.domestic,
    }
    const made = await createLead(
      permit(actors[by], 'lead.create'),
      parsed(parseInput(createLeadInput, { ...form, ...fields })),
    )
    if (made.kind !== 'done') throw new Error(JSON.stringify(made))
    return { id: made.value.id, number: made.value.number }
  },
})
