import type { LogNoun } from '@/db/as'
import type { activities } from '@/db/schema/activity'
import type { clockResults } from '@/db/schema/clock'
import type { companies, contactDetails, contacts } from '@/db/schema/company'
import type { dealFacts, deals, stageProposals } from '@/db/schema/deal'
import type { events } from '@/db/schema/event'
import type { leadAppraisals, leadFacts, leads } from '@/db/schema/lead'
import type { logEntries } from '@/db/schema/zone'
import type { Permission } from '@/domain/policy/table'

type LogRow = typeof logEntries.$inferSelect
/** Sorted by moment and numbered when all is known. */
export type LogDraft = Omit<LogRow, 'id' | 'verb' | 'noun'> & { verb: Permission; noun: LogNoun }
export type ActivityRow = typeof activities.$inferSelect
export type DealRow = typeof deals.$inferSelect
export type DealFactRow = typeof dealFacts.$inferSelect
export type LeadRow = typeof leads.$inferSelect
export type LeadFactRow = typeof leadFacts.$inferSelect
export type AppraisalRow = typeof leadAppraisals.$inferSelect
export type ClockResultRow = typeof clockResults.$inferSelect
export type ProposalRow = typeof stageProposals.$inferSelect
export type CompanyRow = typeof companies.$inferSelect
export type ContactRow = typeof contacts.$inferSelect
export type ContactDetailRow = typeof contactDetails.$inferSelect
export type EventRow = typeof events.$inferSelect
