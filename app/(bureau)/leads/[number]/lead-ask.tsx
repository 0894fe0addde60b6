import type { LeadRecord } from '@/db/read/lead'
import type { LeadStage } from '@/domain/lead/lead'
import type { LeadVerb } from '@/domain/lead/right'
import { AppraiseVerb, JudgeVerb, waitingOf } from '../appraisal-verbs'
import { ContactVerb } from '../lead-verbs'

type Can = Record<LeadVerb, boolean>

/** The question that answers what the next rung lacks, for whoever may answer it: `?ask=contact`. */
export function lackAsks(lead: LeadRecord, can: Can, next: LeadStage) {
  if (next === 'contacted') return can.move && lead.stage === 'new' ? 'contact' : null
  if (can.judge && !waitingOf(lead)) return 'judge'
  return can.appraise ? 'appraise' : null
}

/** The question that the address opens over the record, if this person may answer it now. */
export function LeadAsk({ lead, can, asked }: { lead: LeadRecord; can: Can; asked: string | undefined }) {
  const back = `/leads/${lead.number}`
  if (asked === 'contact' && can.move && lead.stage === 'new') return <ContactVerb lead={lead} back={back} />
  if (asked === 'judge' && can.judge && !waitingOf(lead)) return <JudgeVerb lead={lead} back={back} />
  return asked === 'appraise' && can.appraise ? <AppraiseVerb lead={lead} back={back} /> : null
}
