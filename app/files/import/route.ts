import { getLocale, getTranslations } from 'next-intl/server'
import { isGone } from '@/access/outage'
import { postRoute } from '@/access/route'
import { receiveImport } from '@/db/write/import'
import { boundaryOf, partsOf, textOf } from '@/domain/attachment/multipart'
import { BrokenForm } from '@/domain/attachment/multipart-bytes'
import { lookAlikeNouns } from '@/domain/duplicate/look-alike'
import { IMPORT_LIMITS } from '@/domain/import/batch'
import type { Locale } from '@/domain/user/user'
import { refusalPage } from '@/i18n/refusal-page'

/** A sheet comes in, from the form of /import: bounded while it streams; what is wrong with it is said on a page. */
export async function POST(request: Request): Promise<Response> {
  if (isGone()) return new Response(null, { status: 503, headers: { 'Retry-After': '2' } })
  const asks = await postRoute('import.read')
  if (asks instanceof Response) return asks
  const boundary = boundaryOf(request.headers.get('content-type'))
  if (!boundary || !request.body) return new Response(null, { status: 415 })
  try {
    return await taken(await sent(request.body as unknown as AsyncIterable<Uint8Array>, boundary))
  } catch (error) {
    // the browser gave up, or sent no form
    if (error instanceof BrokenForm || request.signal.aborted) return new Response(null, { status: 400 })
    throw error
  }
}

async function taken({ noun: wanted, file }: Sent): Promise<Response> {
  const noun = lookAlikeNouns.find(one => one === wanted)
  if (!noun || !file) return new Response(null, { status: 400 })
  if (!file.bytes) return said('sheet.refused.too_large', { max: IMPORT_LIMITS.bytes / 1024 ** 2 }, 413)
  const permit = await postRoute(`${noun}.import`)
  if (permit instanceof Response) return said('common.not_permitted', {}, 403)
  const outcome = await receiveImport(permit, { name: file.name, bytes: file.bytes })
  if (outcome.kind === 'done')
    return new Response(null, { status: 303, headers: { ...FRESH, Location: `/import/${outcome.value.id}` } })
  return outcome.kind === 'refused'
    ? said(outcome.reason, outcome.values ?? {}, 422)
    : new Response(null, { status: 400 })
}

/** `bytes`: null when they are more than a sheet may have. */
type Sent = { noun: string; file: { name: string; bytes: Uint8Array | null } | null }

async function sent(source: AsyncIterable<Uint8Array>, boundary: string): Promise<Sent> {
  let noun = ''
  let file: Sent['file'] = null
  for await (const part of partsOf(source, boundary)) {
    if (part.fileName !== null) file ??= { name: part.fileName, bytes: await bounded(part.body) }
    else if (part.name === 'noun') noun = await textOf(part.body)
  }
  return { noun, file }
}

/** What is too large is let go of and passed over to its end: a browser hears no answer before it has sent all. */
async function bounded(body: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body) {
    size += piece.byteLength
    if (size <= IMPORT_LIMITS.bytes) pieces.push(piece)
    else pieces.length = 0
  }
  return size > IMPORT_LIMITS.bytes ? null : Buffer.concat(pieces)
}

const FRESH = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }

async function said(reason: string, values: Record<string, unknown>, status: number): Promise<Response> {
  const [all, t, locale] = await Promise.all([
    getTranslations(),
    getTranslations('import'),
    getLocale() as Promise<Locale>,
  ])
  const says = [(all as unknown as Say)(reason, values), t('tryAgain')]
  return new Response(refusalPage({ title: t('notTaken'), says }, locale, false), {
    status,
    headers: {
      ...FRESH,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    },
  })
}
type Say = (key: string, values: Record<string, unknown>) => string
