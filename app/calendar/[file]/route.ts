import { createHash } from 'node:crypto'
import { feed } from '@/access/feed'
import { calendarEntries } from '@/db/read/calendar'
import { getReference } from '@/db/read/reference'
import { addDays } from '@/domain/calendar/date'
import { nameIn } from '@/domain/user/user'
import { messagesIn } from '@/i18n/words'
import { calendarFile } from './calendar-file'

export const dynamic = 'force-dynamic'

const BACK = 90
const AHEAD = 370
const MOST = 5_000

/** Somebody's own calendar for any calendar program: 90 days back, 370 ahead. HEAD is answered likewise, by Next. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params
  const permit = await feed(file.endsWith('.ics') ? file.slice(0, -4) : '', request.headers)
  if (permit instanceof Response) return permit
  const ref = await getReference(permit)
  const range = { first: addDays(ref.today, -BACK), last: addDays(ref.today, AHEAD) }
  const { entries } = await calendarEntries(permit, { ...range, whose: 'mine', perDay: 200, most: MOST })
  const locale = permit.actor.locale ?? 'zh-Hans'
  const text = calendarFile({
    entries: entries.slice(0, MOST),
    zone: nameIn(locale, ref.zone.name, ref.zone.names),
    timezone: ref.zone.timezone,
    locale,
    words: (await messagesIn(locale)).calendar,
    origin: originOf(request),
  })
  const tag = `"${createHash('sha256').update(text).digest('base64url')}"`
  const headers = {
    etag: tag,
    // kept by whoever subscribes, never on the way there
    'cache-control': 'private, no-cache',
    vary: '*',
    'x-robots-tag': 'noindex',
  }
  if (request.headers.get('if-none-match')?.includes(tag)) return new Response(null, { status: 304, headers })
  return new Response(text, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="calendar.ics"',
    },
  })
}

/** As the subscriber asked for it, through a proxy or not. */
function originOf({ headers, url }: Request): string {
  const host = headers.get('x-forwarded-host')?.split(',')[0]?.trim() ?? headers.get('host')
  const scheme = headers.get('x-forwarded-proto')?.split(',')[0]?.trim() ?? new URL(url).protocol.slice(0, -1)
  return `${scheme === 'https' ? 'https' : 'http'}://${host ?? new URL(url).host}`
}
