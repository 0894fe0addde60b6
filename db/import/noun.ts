import type { LookAlikeNoun } from '@/domain/duplicate/look-alike'
import { companyImport } from './company'
import { contactImport } from './contact'
import { dealImport } from './deal'
import { leadImport } from './lead'
import type { ImportNoun, Stored } from './row'

const imports = { lead: leadImport, company: companyImport, contact: contactImport, deal: dealImport }

/** How a noun is imported. What its rows are written from is for its own functions alone to know. */
export const importOf = (noun: LookAlikeNoun) =>
  imports[noun] as unknown as ImportNoun<Stored, object, unknown>
