'use server'
import { headers } from 'next/headers'
import { z } from 'zod'
import { type ActionOutcome, action } from '@/access/action'
import { revokeCalendar, shareCalendar } from '@/db/write/feed'

const share = action('calendar.share', z.unknown(), shareCalendar)

/** `value`: the whole address, to be shown once. */
export async function shareCalendarAction(_: unknown, form: FormData): Promise<ActionOutcome<string>> {
  const outcome = await share(null, form)
  if (outcome.kind !== 'done') return outcome
  const asked = await headers()
  const host = asked.get('x-forwarded-host')?.split(',')[0]?.trim() ?? asked.get('host') ?? 'localhost'
  const scheme = asked.get('x-forwarded-proto')?.split(',')[0]?.trim() ?? 'http'
  return { kind: 'done', value: `${scheme}://${host}/calendar/${outcome.value.token}.ics` }
}

export const revokeCalendarAction = action('calendar.share', z.unknown(), revokeCalendar)
