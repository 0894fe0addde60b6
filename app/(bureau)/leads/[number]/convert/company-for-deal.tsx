'use client'
import { pickCompanyAction } from '@/app/(bureau)/pick-action'
import { Combobox, type ComboOption } from '@/components/combobox'

/** A company on file, or the name of one that is entered with the deal. */
export function CompanyForDeal(props: {
  words: { none: string; clear: string }
  defaultOption?: ComboOption
  defaultText?: string
}) {
  return <Combobox name="companyId" free="companyName" search={pickCompanyAction} {...props} />
}
