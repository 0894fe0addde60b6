import type { Source } from '@/domain/lead/lead'
import { isCurrency } from '@/domain/money/currency'
import { decimalOf } from '@/domain/money/money'

type LeadFields = {
  name: string
  country: string
  province: string | null
  industryId: number | null
  source: Source
  introducedBy: string | null
  need: string
  landAsked: boolean
  intendedMinor: bigint | null
  intendedCurrency: string | null
  note: string | null
  company: { id: number; name: string } | null
  event: { id: number; name: string } | null
}

/** A lead in the notation of its form: what the form opens with, and what a second person is shown of the first. */
export function leadFormValues(lead: LeadFields): Record<string, string> {
  const { intendedMinor: minor, intendedCurrency: currency } = lead
  return {
    name: lead.name,
    companyId: String(lead.company?.id ?? ''),
    country: lead.country,
    province: lead.province ?? '',
    industryId: String(lead.industryId ?? ''),
    source: lead.source,
    eventId: String(lead.event?.id ?? ''),
    introducedBy: lead.introducedBy ?? '',
    need: lead.need,
    landAsked: lead.landAsked ? 'on' : '',
    intended: minor !== null && isCurrency(currency) ? decimalOf({ minor, currency }) : '',
    intendedCurrency: currency ?? 'CNY',
    note: lead.note ?? '',
  }
}
