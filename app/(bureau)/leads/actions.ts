'use server'
import { cookies } from 'next/headers'
import { action } from '@/access/action'
import { appraiseLead, judgeLead, returnLead } from '@/db/write/lead-appraisal'
import { disqualifyLead, reopenLead } from '@/db/write/lead-close'
import { convertLead } from '@/db/write/lead-convert'
import { createLead } from '@/db/write/lead-create'
import { deleteLead, restoreLead } from '@/db/write/lead-delete'
import { editLead } from '@/db/write/lead-edit'
import { contactLead } from '@/db/write/lead-move'
import { addLeadMember, assignLead, handOverLead } from '@/db/write/lead-people'
import { tellLead } from '@/db/write/lead-tell'
import {
  appraiseLeadInput,
  judgeLeadInput,
  returnLeadInput,
  tellLeadInput,
} from '@/domain/lead/appraisal-input'
import { createLeadInput, editLeadInput } from '@/domain/lead/input'
import {
  addLeadMemberInput,
  assignLeadInput,
  contactLeadInput,
  convertLeadInput,
  deleteLeadInput,
  disqualifyLeadInput,
  handOverLeadInput,
  reopenLeadInput,
} from '@/domain/lead/move-input'
import { askInstead } from '../look-alike-action'
import { withMatches } from '../look-alike-words'
import { opened, sentTo } from '../outcome-answer'
import { CAPTURE_EVENT } from './capture-event'

/** The event stays chosen for the next card; "save and next" brings an empty form, else the record opens. */
const enterLead = action('lead.create', createLeadInput, async (permit, input) => {
  const outcome = await withMatches(await createLead(permit, input), 'lead')
  if (outcome.kind !== 'done') return outcome
  const jar = await cookies()
  jar.set(CAPTURE_EVENT, outcome.value.event ?? '', { path: '/leads', maxAge: 3 * 86_400, sameSite: 'lax' })
  const { number } = outcome.value
  return sentTo(outcome, input.next ? `/leads/new?after=${number}` : `/leads/${number}`)
})

export const createLeadAction = async (first: unknown, form?: FormData) =>
  (await askInstead(form ?? first)) ?? enterLead(first, form)

const changeLead = action('lead.edit', editLeadInput, (permit, input) =>
  opened('/leads', editLead(permit, input), 'lead'),
)
export const editLeadAction = async (first: unknown, form?: FormData) =>
  (await askInstead(form ?? first)) ?? changeLead(first, form)

export const convertLeadAction = action('lead.convert', convertLeadInput, (permit, input) =>
  opened('/deals', convertLead(permit, input), 'convert'),
)
export const contactLeadAction = action('lead.move', contactLeadInput, contactLead)
export const appraiseLeadAction = action('lead.appraise', appraiseLeadInput, appraiseLead)
export const judgeLeadAction = action('lead.judge', judgeLeadInput, judgeLead)
export const returnLeadAction = action('lead.return', returnLeadInput, returnLead)
export const tellLeadAction = action('lead.tell', tellLeadInput, tellLead)
export const disqualifyLeadAction = action('lead.disqualify', disqualifyLeadInput, disqualifyLead)
export const reopenLeadAction = action('lead.reopen', reopenLeadInput, reopenLead)
export const assignLeadAction = action('lead.assign', assignLeadInput, assignLead)
export const addLeadMemberAction = action('lead.add_member', addLeadMemberInput, addLeadMember)
export const handOverLeadAction = action('lead.hand_over', handOverLeadInput, handOverLead)
export const deleteLeadAction = action('lead.delete', deleteLeadInput, async (permit, input) =>
  sentTo(await deleteLead(permit, input), '/leads'),
)
export const restoreLeadAction = action('lead.restore', deleteLeadInput, restoreLead)
