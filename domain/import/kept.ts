import type { FieldErrors } from '@/domain/outcome'
import type { ImportNoun } from './noun'

/** What verb changes a field that an update leaves as it is on file. */
const verbs: Record<string, string> = {
  stage: 'stage',
  stageSince: 'stage_on',
  negotiationOn: 'stage_on',
  entryProceduresOn: 'stage_on',
  approvedOn: 'stage_on',
  status: 'status',
  statusOn: 'status',
  reasonCode: 'status',
  reason: 'status',
  lostTo: 'status',
  reviewOn: 'status',
  approvalAuthority: 'approval',
  approvalNumber: 'approval',
  approvalOn: 'approval',
  deskId: 'desk',
  officerId: 'officer',
  members: 'members',
  leader: 'leader',
  contactName: 'contact',
  reachAt: 'contact',
  createdOn: 'created',
  statedOn: 'stated',
}

/** Why an update leaves a field that says something else than the record, and where it is changed. */
export function keptWhy(noun: ImportNoun, field: string): FieldErrors[string] {
  const verb = verbs[field] ?? 'other'
  return { reason: `import.keeps.${noun === 'lead' && verb.startsWith('stage') ? 'lead_stage' : verb}` }
}
