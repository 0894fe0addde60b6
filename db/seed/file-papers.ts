import type { AttachmentKind } from '@/domain/attachment/attachment'
import type { IsoDate } from '@/domain/calendar/date'
import type { Arrival, Deal, Draft } from './file-draft'
import { pdfOf } from './file-pdf'
import { siteOf } from './file-site'

/** The papers of a deal, and of every third what was seen of its plot. */
export function papersOf(deal: Deal, index: number): Draft[] {
  const paper = (
    kind: AttachmentKind,
    title: string,
    on: IsoDate | null,
    number: string | null,
    by = '投资方',
  ) =>
    on === null
      ? []
      : [
          {
            deal,
            kind,
            title,
            ending: 'pdf' as const,
            on,
            number,
            bytes: pdfOf([
              title,
              `项目：${deal.name}`,
              `编号：${number ?? '—'}`,
              `日期：${on}`,
              `出具：${by}`,
              '（演示文件，不具效力）',
            ]),
          },
        ]
  const entry = deal.entryDocumentKind === 'intent' ? '投资意向书' : '入区申请书'
  return [
    ...paper('entry_document', entry, deal.entryDocumentOn, deal.entryDocumentReference),
    ...paper('agreement', '投资协议', deal.agreementOn, deal.agreementReference),
    ...paper(
      'approval',
      '项目批复',
      deal.approvalOn,
      deal.approvalNumber,
      deal.approvalAuthority ?? undefined,
    ),
    ...(index % 3 === 0 ? siteOf(deal, index) : []),
  ]
}

/** What proves that money came. */
export function voucherOf({ id, dealId, arrivedOn, voucher }: Arrival, deals: readonly Deal[]): Draft[] {
  const deal = deals.find(one => one.id === dealId)
  if (!deal?.caseOfficerId) return []
  const says = [voucher, `项目：${deal.name}`, `到资日期：${arrivedOn}`, '（演示文件，不具效力）']
  const of = { deal, kind: 'voucher', title: '到资凭证', ending: 'pdf', arrivalId: id } as const
  return [{ ...of, on: arrivedOn, number: voucher.slice(0, 100), bytes: pdfOf(says) }]
}
