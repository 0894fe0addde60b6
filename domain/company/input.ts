import { z } from 'zod'
import { chosenCountry, provinceOrNot } from '@/domain/country/field'
import { ruledFields } from '@/domain/duplicate/input'
import { chosenOrNot, oneOfOrNot, recordNumber, submission, ticked, version } from '@/domain/record/field'
import { localeOrNot, namesFields, namesOf } from '@/domain/record/names-field'
import { cleanLine, optionalNote } from '@/domain/text/clean'
import { creditCode } from '@/domain/text/credit-code'
import { website } from '@/domain/text/website'
import { companyKinds, origins, segments } from './company'

const facts = {
  name: cleanLine(200),
  ...namesFields(),
  nameLocale: localeOrNot(),
  country: chosenCountry(),
  province: provinceOrNot(),
  origin: oneOfOrNot(origins),
  kind: oneOfOrNot(companyKinds),
  segment: oneOfOrNot(segments),
  industryId: chosenOrNot(),
  creditCode: creditCode(),
  website: website(),
  parentId: chosenOrNot(),
  inZone: ticked(),
  note: optionalNote(10_000),
  ...ruledFields,
}

/* A province belongs to the mainland; with another country one of the two is wrong, and a person says which. */
const provinceFits = (
  { country, province }: { country: string; province: string | null },
  context: z.core.$RefinementCtx,
) => {
  if (province && country !== 'CN')
    context.addIssue({
      code: 'custom',
      message: 'company.province_of_mainland',
      path: ['province'],
      input: province,
    })
}

export const createCompanyInput = z
  .object({ ...facts, submission: submission() })
  .superRefine(provinceFits)
  .transform(namesOf)
export type CreateCompanyInput = z.infer<typeof createCompanyInput>

export const editCompanyInput = z
  .object({ ...facts, number: recordNumber('C'), version: version() })
  .superRefine(provinceFits)
  .transform(namesOf)
export type EditCompanyInput = z.infer<typeof editCompanyInput>

export const companyInput = z.object({ number: recordNumber('C') })
export type CompanyInput = z.infer<typeof companyInput>
