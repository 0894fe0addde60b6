import { redirect } from 'next/navigation'
import { route } from '@/access/route'
import { markNotification } from '@/db/write/notification'
import { placeOf } from '@/domain/notification/place'

/** The way from a notification to its record: it is read by being followed, without JavaScript as well. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const permit = await route('notification.mark')
  if (permit instanceof Response) return permit
  const { id } = await params
  const outcome = /^\d{1,15}$/.test(id)
    ? await markNotification(permit, { id: Number(id), read: true })
    : null
  const place = outcome?.kind === 'done' ? placeOf(outcome.value.noun, outcome.value.details) : null
  redirect(place ?? '/notifications')
}
