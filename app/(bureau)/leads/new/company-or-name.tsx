'use client'
import { pickCompanyAction } from '@/app/(bureau)/pick-action'
import { Combobox, type ComboOption } from '@/components/combobox'

/** A company on file, or a name as it stands on the card: sends `companyId`, or `name`. */
export function CompanyOrName(props: {
  placeholder: string
  words: { none: string; clear: string }
  defaultOption?: ComboOption
}) {
  return <Combobox name="companyId" free="name" search={pickCompanyAction} {...props} />
}
