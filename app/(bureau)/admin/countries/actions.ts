'use server'
import { type ActionOutcome, action } from '@/access/action'
import { editCountry } from '@/db/write/country'
import { editCountryInput } from '@/domain/zone/country-input'
import { saved } from '../saved'

const edit = action('country.edit', editCountryInput, editCountry)

export async function editCountryAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  return saved(await edit(null, form), '/admin/countries')
}
