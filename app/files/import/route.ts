import { getLocale, getTranslations } from 'next-intl/server'
import { isGone } from '@/access/outage'
import { postRoute } from '@/access/route'
import { receiveImport } from '@/db/write/import'
import { lookAlikeNouns } from '@/domain/duplicate/look-alike'
import { IMPORT_LIMITS } from '@/domain/import/batch'
import type { Locale } from '@/domain/user/user'
import { refusalPage } from '@/i18n/refusal-page'

/** A sheet comes in, from the form of /import: bounded while it streams; what is wrong with it is said on a page. */
export async function POST(request: Request): Promise<Response> {
  if (isGone()) return new Response(null, { status: 503, headers: { 'Retry-After': '2' } })
  const asks = await postRoute('import.read')
  if (asks instanceof Response) return asks
  const body = await bounded(request)
  if (!body) return said('sheet.refused.too_large', { max: MEGABYTES }, 413)
  const form = await new Response(body, {
    headers: { 'Content-Type': request.headers.get('content-type') ?? '' },
  })
    .formData()
    .catch(() => null)
  const noun = lookAlikeNouns.find(one => one === form?.get('noun'))
  const file = form?.get('file')
  if (!noun || !(file instanceof File)) return new Response(null, { status: 400 })
  if (file.size === 0) return said('sheet.refused.empty', {}, 422)
  const permit = await postRoute(`${noun}.import`)
  if (permit instanceof Response) return said('common.not_permitted', {}, 403)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const outcome = await receiveImport(permit, { name: file.name, bytes })
  if (outcome.kind === 'done')
    return new Response(null, { status: 303, headers: { ...FRESH, Location: `/import/${outcome.value.id}` } })
  return outcome.kind === 'refused'
    ? said(outcome.reason, outcome.values ?? {}, 422)
    : new Response(null, { status: 400 })
}

const MEGABYTES = IMPORT_LIMITS.bytes / 1024 / 1024
/** The file, and what a form puts around it. */
const MOST = IMPORT_LIMITS.bytes + 64 * 1024
const FRESH = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }

/** The whole body; null as soon as it is more than a sheet may be. */
async function bounded(request: Request): Promise<ArrayBuffer | null> {
  if (Number(request.headers.get('content-length')) > MOST) return null
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += piece.byteLength
    if (size > MOST) return null
    pieces.push(piece)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.byteLength
  }
  return whole.buffer
}

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
