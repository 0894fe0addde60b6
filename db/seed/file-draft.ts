import type { AttachmentKind } from '@/domain/attachment/attachment'
import type { IsoDate } from '@/domain/calendar/date'
import type { DealRow } from './world'

export type Deal = Pick<
  DealRow,
  | 'name'
  | 'caseOfficerId'
  | 'entryDocumentKind'
  | 'entryDocumentOn'
  | 'entryDocumentReference'
  | 'agreementOn'
  | 'agreementReference'
  | 'approvalOn'
  | 'approvalAuthority'
  | 'approvalNumber'
> & { id: number; number: string }

export type Draft = {
  deal: Deal
  kind: AttachmentKind
  title: string
  ending: 'pdf' | 'png' | 'txt'
  bytes: Buffer
  on: IsoDate
  number?: string | null
  arrivalId?: number
}

export type Arrival = { id: number; dealId: number; arrivedOn: IsoDate; voucher: string; state: string }
