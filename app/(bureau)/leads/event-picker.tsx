'use client'
import { Combobox, type ComboOption } from '@/components/combobox'
import { pickEventAction } from '../pick-action'

/** Search and pick an event; sends its id under the name of the Field. */
export function EventPicker(props: { words: { none: string; clear: string }; defaultOption?: ComboOption }) {
  return <Combobox search={pickEventAction} {...props} />
}
