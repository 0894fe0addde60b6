import type { AttachmentKind } from '@/domain/attachment/attachment'
import type { IsoDate } from '@/domain/calendar/date'
import type { StuckReason } from '@/domain/calendar/stuck'
import type { CapitalCard } from '@/domain/capital/deal'
import type { Source } from '@/domain/lead/lead'
import type { Money } from '@/domain/money/money'
import type { Sum } from '@/domain/money/sum'
import type { Missing } from '@/domain/outcome'
import type { ProcedureTally } from '@/domain/procedure/procedure'
import type { Tag } from '@/domain/tag/tag'
import type { Locale, Names } from '@/domain/user/user'
import type { DealForm, DealStage, DealStatus, EndReason, EntryDocumentKind } from './deal'
import type { DealVerb } from './right'
import type { SlippedReason } from './slipped'

/**
 * An amount as it stands: in its currency, and in CNY fen at the rate of the day on which it was stated. Without
 * `money` it is unknown (未填), or, with `none`, there is none (a domestic deal's foreign capital: —).
 */
export type DealAmount = {
  money: Money | null
  cny: bigint | null
  rate: string | null
  on: IsoDate | null
  none: boolean
}

export type Named = { number: string; name: string; names: Names }

/** The move that waits for a second person; until then the old stage stands. */
export type DealProposal = {
  id: number
  to: DealStage
  fields: ApprovalFields
  effectiveOn: IsoDate
  proposedBy: number
  proposedAt: Date
}
export type ApprovalFields = {
  approvalAuthority: string
  approvalNumber: string
  approvalOn: IsoDate
  agreementOn: IsoDate
  agreementReference: string
}

/** A deal in a list, on a card, in an export. `deskId`, people and industry are named by reference(). */
export type DealRow = {
  id: number
  number: string
  version: number
  name: string
  names: Names
  company: Named & { nameLocale: Locale | null }
  partner: string | null
  country: string
  province: string | null
  industryId: number
  highTech: boolean | null
  form: DealForm | null
  content: string | null
  source: Source
  event: Named | null
  deskId: number
  officerId: number | null
  /** The case officer is one of them. */
  teamIds: number[]
  /** 包联领导: an account, or a cadre's name; at most one of the two. */
  leaderId: number | null
  leaderName: string | null
  /** How many issues block it today. */
  openIssues: number
  /** Where they are shown. */
  tags?: Tag[]
  stage: DealStage
  stageSince: IsoDate
  /** To today, or to the day of an as-of list. */
  daysInStage: number
  status: DealStatus
  statusSince: IsoDate
  total: DealAmount
  foreign: DealAmount
  intentOn: IsoDate | null
  agreementOn: IsoDate | null
  approvalOn: IsoDate | null
  approvalExpectedOn: IsoDate | null
  landM2: number | null
  jobs: number | null
  /** Null in an as-of list: it has no history. */
  nextStep: string | null
  nextStepOn: IsoDate | null
  lastProgressOn: IsoDate
  /** Until when there must be progress; null while no clock runs. */
  clockDue: IsoDate | null
  stuck: StuckReason[]
  slipped: SlippedReason[]
  proposal: DealProposal | null
  createdOn: IsoDate
  createdBy: number
  createdAt: Date
  updatedAt: Date
}

/** `foreign` leaves out the deals that have none; its `notStated` are those from abroad that do not say. */
export type DealSums = { total: Sum; foreign: Sum }

export type DealList = { rows: DealRow[]; page: number; total: number; sums: DealSums; today: IsoDate }

export type BoardColumn = {
  stage: DealStage
  /** Count and sum of the whole filter, by the database. */
  sum: Sum
  stuck: number
  pending: number
  medianDays: number | null
  cards: DealRow[]
  /** To be given to moreCards(); null when all are shown. */
  more: number | null
}
export type DealBoard = {
  columns: BoardColumn[]
  /** How many the chips would add, within the rest of the filter. */
  onHold: number
  lost: number
  today: IsoDate
}

export type StageStep = {
  stage: DealStage
  since: IsoDate
  until: IsoDate | null
  recordedAt: Date
  recordedBy: number
  /** Entered as it stood: the gates were not checked. */
  opening: boolean
}

/** What the next stage asks for, each with whether it is there and who may settle it (an officer's id). */
export type DealRequirement = { field: string; met: boolean; who: number | null }

export type DealRecord = DealRow & {
  target: string | null
  contact: (Named & { title: string | null }) | null
  lead: (Named & { createdOn: IsoDate }) | null
  /** For the timeline's `also`. */
  leadId: number | null
  companyId: number
  contactId: number | null
  eventId: number | null
  totalNotStated: boolean
  entryDocumentKind: EntryDocumentKind | null
  entryDocumentOn: IsoDate | null
  entryDocumentReference: string | null
  intentReference: string | null
  agreementReference: string | null
  approvalAuthority: string | null
  approvalNumber: string | null
  outputCny: bigint | null
  taxCny: bigint | null
  note: string | null
  statusReason: EndReason | null
  statusText: string | null
  lostTo: string | null
  reviewOn: IsoDate | null
  readerIds: number[]
  updatedBy: number
  deletedAt: Date | null
  deletedBy: number | null
  /** The deal that this one was merged into, if it was; and whether others were merged into it. */
  mergedInto: number | null
  hasMerged: boolean
  procedures: ProcedureTally
  /** What the edit form opens with, by input name. */
  values: Record<string, string>
  /** The ladder as it stands, oldest first. */
  stages: StageStep[]
  next: DealStage | null
  requirements: DealRequirement[]
  missing: Missing[]
  /** How many of each kind the reader sees. */
  files: Partial<Record<AttachmentKind, number>>
  /** A proposal that came back, while nothing else was decided since; what it said is proposed again. */
  returned:
    | ({ by: number; at: Date; reason: string | null } & Pick<DealProposal, 'fields' | 'effectiveOn'>)
    | null
  /** One's own last move can be taken back until then. */
  undoUntil: Date | null
  capital: CapitalCard | null
  /** What this person may do with it now. */
  can: Record<DealVerb, boolean>
  today: IsoDate
}
