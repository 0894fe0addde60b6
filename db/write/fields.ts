import { as } from '@/db/as'
import type { EditFieldsInput } from '@/domain/cell/input'
import { editCompanyInput } from '@/domain/company/input'
import { editLeadInput } from '@/domain/lead/input'
import { conflict, gone, type Outcome, parseInput, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { editCompany } from './company'
import { HELD, lockCompany, theirCompany } from './company-lock'
import { editLead, theirLead } from './lead-edit'
import { lockLiveLead } from './lead-lock'

type Saved = Promise<Outcome<{ number: string }, unknown>>

/**
 * A cell of the list: what its form would send if nothing else were touched, to the same write. The version says that
 * nothing else was touched.
 */
export async function editLeadFields(permit: Permit<'lead.edit'>, input: EditFieldsInput): Saved {
  const now = await as(permit, 'write', async tx => {
    const locked = await lockLiveLead(tx, input.number)
    return 'no' in locked ? locked.no : theirLead(tx, locked.lead)
  })
  if ('kind' in now) return now
  if (now.version !== input.version) return conflict(now)
  const parsed = parseInput(editLeadInput, formOf(now.values, input))
  return parsed.kind === 'done' ? editLead(permit, parsed.value) : parsed
}

export async function editCompanyFields(permit: Permit<'company.edit'>, input: EditFieldsInput): Saved {
  const now = await as(permit, 'write', async tx => {
    const found = await lockCompany(tx, input.number)
    if (!found || (found !== HELD && found.deletedAt)) return gone()
    return found === HELD ? refused('common.not_permitted') : theirCompany(tx, found)
  })
  if ('kind' in now) return now
  if (now.version !== input.version) return conflict(now)
  const parsed = parseInput(editCompanyInput, formOf(now.values, input))
  return parsed.kind === 'done' ? editCompany(permit, parsed.value) : parsed
}

/* A province belongs to the country that it was said with. */
function formOf(now: Record<string, unknown>, { number, version, values }: EditFieldsInput) {
  const elsewhere = values.country !== undefined && values.country !== now.country ? { province: '' } : {}
  return { ...now, ...elsewhere, ...values, number, version }
}
