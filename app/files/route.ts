import { getLocale, getTranslations } from 'next-intl/server'
import { localPath } from '@/access/local-path'
import { isGone } from '@/access/outage'
import { postRoute } from '@/access/route'
import { boundaryOf } from '@/domain/attachment/multipart'
import { BrokenForm } from '@/domain/attachment/multipart-bytes'
import type { Locale } from '@/domain/user/user'
import { refusalPage } from '@/i18n/refusal-page'
import { type Form, type Received, receive } from './received'

/** Files for a record, from a form of ours: streamed, never held. A script gets what became of each; a plain form goes back. */
export async function POST(request: Request): Promise<Response> {
  if (isGone()) return new Response(null, { status: 503, headers: { 'Retry-After': '2' } })
  const permit = await postRoute('attachment.create')
  if (permit instanceof Response) return permit
  const boundary = boundaryOf(request.headers.get('content-type'))
  if (!boundary || !request.body) return new Response(null, { status: 415 })
  try {
    const source = request.body as unknown as AsyncIterable<Uint8Array>
    const form = await receive(permit, source, boundary)
    const scripted = request.headers.get('accept') === 'application/json'
    return scripted ? Response.json({ files: form.files }, { headers: FRESH }) : await plainAnswer(form)
  } catch (error) {
    // the browser gave up, or sent no form
    if (error instanceof BrokenForm || request.signal.aborted) return new Response(null, { status: 400 })
    throw error
  }
}

const FRESH = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }

/** Without JavaScript: back to the record when all went well, else a page that says what was not taken and why. */
async function plainAnswer({ files, back }: Form): Promise<Response> {
  const refused = files.filter(file => !file.done)
  if (refused.length === 0)
    return new Response(null, { status: 303, headers: { ...FRESH, Location: localPath(back) } })
  const [t, refusal, locale] = await Promise.all([
    getTranslations('attachment'),
    getTranslations('refusal'),
    getLocale() as Promise<Locale>,
  ])
  const line = ({ name, text }: Received) =>
    name ? t('said.refused', { name, text: text ?? '' }) : (text ?? '')
  const kept = files.length - refused.length
  const says = [...refused.map(line), ...(kept ? [t('said.attached', { count: kept })] : []), refusal('back')]
  return new Response(refusalPage({ title: t('said.notAll'), says }, locale, false), {
    status: 422,
    headers: { ...FRESH, ...PLAIN },
  })
}

const PLAIN = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
}
