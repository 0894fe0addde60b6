import 'server-only'
import { cookies } from 'next/headers'
import { FLASH, type Flash } from './toast'

/** In a server action before redirect(): what the next page says once. */
export async function flash(said: Flash): Promise<void> {
  const jar = await cookies()
  jar.set(FLASH, JSON.stringify(said), { path: '/', maxAge: 60, sameSite: 'lax', httpOnly: false })
}
