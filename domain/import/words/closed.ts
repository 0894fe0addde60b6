import { companyKinds, origins, segments } from '@/domain/company/company'
import { consents } from '@/domain/contact/contact'
import { dealForms, dealStages, dealStatuses, endReasons, entryDocumentKinds } from '@/domain/deal/deal'
import { leadStages, sources } from '@/domain/lead/lead'
import { companyWords } from './company'
import { dealWords } from './deal'
import { leadWords } from './lead'

/** The words that a field takes and no others, by what they are called. */
export const closedWords = {
  leadStage: leadStages,
  source: sources,
  dealStage: dealStages,
  dealStatus: dealStatuses,
  dealForm: dealForms,
  entryDocumentKind: entryDocumentKinds,
  endReason: endReasons,
  companyKind: companyKinds,
  segment: segments,
  origin: origins,
  consent: consents,
} as const satisfies Record<string, readonly string[]>
export type ClosedWord = keyof typeof closedWords

/**
 * How people write each of them, with | between: first as our own screens and exports have it, in the order of the
 * locales, then whatever else ledgers say.
 */
export const spellings: Record<ClosedWord, Record<string, string>> = {
  ...leadWords,
  ...dealWords,
  ...companyWords,
}
