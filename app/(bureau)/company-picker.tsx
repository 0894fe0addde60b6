'use client'
import { Combobox, type ComboOption } from '@/components/combobox'
import { pickCompanyAction } from './pick-action'

/** Search and pick a company; sends its id under the name of the Field. */
export function CompanyPicker(props: {
  words: { none: string; clear: string }
  placeholder?: string
  defaultOption?: ComboOption
  /** The name under which a company that is not there yet is sent. */
  free?: string
}) {
  return <Combobox search={pickCompanyAction} {...props} />
}
