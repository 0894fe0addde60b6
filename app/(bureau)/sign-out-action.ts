'use server'
import { leave } from '@/access/door'

/** Ends the session of this browser. */
export async function signOutAction(): Promise<void> {
  await leave()
}
