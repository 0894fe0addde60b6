'use server'
import type { ActionOutcome } from '@/access/action'
import { claimOffice } from '@/access/door'

export async function setUpAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  return claimOffice(form)
}
