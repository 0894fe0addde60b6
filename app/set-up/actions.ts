'use server'
import { claimOffice } from '@/access/door'
import type { Outcome } from '@/domain/outcome'

export async function setUpAction(_: unknown, form: FormData): Promise<Outcome> {
  return claimOffice(form)
}
