import { getTranslations } from 'next-intl/server'
import { route } from '@/access/route'
import { watchUnread } from '@/db/read/notification-live'
import { bellWords } from '@/i18n/bell-words'

export const dynamic = 'force-dynamic'

/** A proxy that hears nothing for longer may hang up. */
const BEAT_MS = 20_000

/**
 * The unread count of the person, now and as it changes, as server-sent events. The id of each is the newest place that
 * it knows of; a browser that comes back says the last it heard (Last-Event-ID, or `after` where it hung up itself).
 * It ends when the session does.
 */
export async function GET(request: Request) {
  const permit = await route('notification.read')
  if (permit instanceof Response) return permit
  const t = await getTranslations('notification')
  const after = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after') ?? ''
  const heard = /^\d{1,15}$/.test(after) ? Number(after) : null
  const text = new TextEncoder()
  let stop = () => {}
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const say = (words: string) => controller.enqueue(text.encode(words))
      const beat = setInterval(() => say(':\n\n'), BEAT_MS)
      let open = true
      const leave = watchUnread(permit, heard, {
        hear: ({ unread, newest, news }) =>
          say(`id: ${newest}\ndata: ${JSON.stringify({ ...bellWords(t, unread), news })}\n\n`),
        end: () => {
          stop()
          controller.close()
        },
      })
      stop = () => {
        if (!open) return
        open = false
        clearInterval(beat)
        leave()
      }
      say('retry: 3000\n\n')
    },
    cancel: () => stop(),
  })
  request.signal.addEventListener('abort', () => stop())
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // no proxy may keep it back, compress it or store it
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      // else the server would wait at its end for a connection that is good for another request
      connection: 'close',
    },
  })
}
