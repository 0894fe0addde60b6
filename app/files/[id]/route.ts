import { isGone } from '@/access/outage'
import { route } from '@/access/route'
import { openAttachment } from '@/db/write/attachment-open'
import { fileAnswer } from './file-answer'

type Params = { params: Promise<{ id: string }> }

/** A file, for whoever may see its record. `?show`: to look at in the page. What one may not have looks like what is not there. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  if (isGone()) return new Response(null, { status: 503, headers: { 'Retry-After': '2' } })
  const permit = await route('attachment.read')
  if (permit instanceof Response) return permit
  const { id } = await params
  const opened = /^\d{1,15}$/.test(id) ? await openAttachment(permit, Number(id)) : null
  if (!opened) return new Response(null, { status: 404 })
  const { headers, url } = request
  return fileAnswer(opened, {
    inline: new URL(url).searchParams.has('show'),
    range: headers.get('range'),
    known: headers.get('if-none-match'),
  })
}
