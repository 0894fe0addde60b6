'use server'
import { redirect } from 'next/navigation'
import { action } from '@/access/action'
import { savePreference } from '@/db/write/preference'
import { savePreferenceInput } from '@/domain/preference/input'

const save = action('own.edit', savePreferenceInput, savePreference)

/** Keeps the columns or the page size of a list for this person, and goes back to the list. */
export async function savePreferenceAction(form: FormData): Promise<void> {
  await save(form)
  const back = String(form.get('back') ?? '/')
  redirect(/^\/[a-z]/.test(back) ? back : '/')
}
