import type { openAttachment } from '@/db/write/attachment-open'
import { shownAs } from '@/domain/attachment/media'
import { disposition } from '@/domain/attachment/name'
import { type Span, spanOf } from '@/domain/attachment/range'
import { stillIs } from '@/domain/attachment/sniff'

type Opened = NonNullable<Awaited<ReturnType<typeof openAttachment>>>
type Asked = { inline: boolean; range: string | null; known: string | null }

/* Whatever it is, it runs nothing, loads nothing and is nobody's frame. */
const INERT = "default-src 'none'; sandbox; frame-ancestors 'none'"
/*
 * A PDF is drawn by the browser's own viewer, which no browser starts in a sandbox. Nothing else may be made of it (its
 * beginning is looked at, nosniff), and taken for a page all the same it would run, load, send and open nothing.
 */
const VIEWER =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

/** A file for a browser: to keep, or (image and PDF) to look at where it is. Asked anew each time, as rights may end. */
export async function fileAnswer({ row, content }: Opened, asked: Asked): Promise<Response> {
  const shown = asked.inline ? shownAs(row.mediaType) : null
  const headers = new Headers({
    'Content-Type': row.mediaType,
    'Content-Disposition': disposition(shown ? 'inline' : 'attachment', row.fileName),
    'Content-Security-Policy': shown === 'pdf' ? VIEWER : INERT,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // no-transform: what is packed already would be packed again, and its length not told
    'Cache-Control': 'private, no-cache, no-transform',
    'Accept-Ranges': shown === 'image' ? 'none' : 'bytes',
    ETag: `"${row.digest}"`,
  })
  if (asked.known === headers.get('etag')) return new Response(null, { status: 304, headers })
  const span = shown === 'image' ? null : spanOf(asked.range, row.size)
  if (span === 'out') {
    headers.set('Content-Range', `bytes */${row.size}`)
    return new Response(null, { status: 416, headers })
  }
  const bytes = await content(span ?? undefined)
  if (!bytes) return new Response(null, { status: 404 })
  if (shown && !span) return shownAnswer(bytes, row, headers)
  return new Response(bytes, { status: spanned(headers, span, row.size), headers })
}

function spanned(headers: Headers, span: Span | null, size: number): number {
  headers.set('Content-Length', String(span ? span.last - span.first + 1 : size))
  if (span) headers.set('Content-Range', `bytes ${span.first}-${span.last}/${size}`)
  return span ? 206 : 200
}

/** Looked at once more before a browser shows it. */
async function shownAnswer(bytes: ReadableStream<Uint8Array>, row: Opened['row'], headers: Headers) {
  const reader = bytes.getReader()
  const { value: head } = await reader.read()
  if (!head || !(await stillIs(row.mediaType, head))) {
    await reader.cancel()
    return new Response(null, { status: 404 })
  }
  headers.set('Content-Length', String(row.size))
  const whole = new ReadableStream<Uint8Array>({
    start: controller => controller.enqueue(head),
    async pull(controller) {
      const { done, value } = await reader.read()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: reason => reader.cancel(reason),
  })
  return new Response(whole, { headers })
}
