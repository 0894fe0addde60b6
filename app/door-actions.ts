'use server'
import { chooseLanguage, leave } from '@/access/door'

export async function chooseLanguageAction(form: FormData): Promise<void> {
  await chooseLanguage(form)
}

/** For whoever is in, but not further than the door: the page of the first password. */
export async function leaveAction(): Promise<void> {
  await leave()
}
