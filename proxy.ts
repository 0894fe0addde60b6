import { type NextRequest, NextResponse } from 'next/server'
import { isGone } from '@/access/outage'
import { type TurnedAway, turnedAway } from '@/access/turned-away'
import { isLocale, localeFor } from '@/i18n/locale'
import { refusalPage, refusalWords } from '@/i18n/refusal-page'

/**
 * Turns away what no page or action should see, tells the pages which address was asked for, and sends the security
 * headers. It only looks whether a session cookie is there: pages and actions check it themselves (access/), this is
 * no gate.
 */
export async function proxy(request: NextRequest) {
  const why = turnedAway(request.method, request.headers, isGone())
  if (why) return refuse(request, why)
  const nonce = btoa(crypto.randomUUID())
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
  const headers = new Headers(request.headers)
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  return guarded(NextResponse.next({ request: { headers } }), policy)
}

const STATUS = { foreign: 403, too_large: 413, database_gone: 503 } as const

/** In words: a sentence for the form that sent an action (components/form-send.ts reads it), else a small page. */
async function refuse(request: NextRequest, why: TurnedAway) {
  const { method, headers, cookies } = request
  const chosen = cookies.get('locale')?.value
  const locale = isLocale(chosen) ? chosen : localeFor(headers.get('accept-language'))
  const host = headers.get('x-forwarded-host') ?? headers.get('host')
  const isAction = headers.has('next-action')
  const asked = { method, origin: headers.get('origin'), host, back: !isAction }
  const words = await refusalWords(why, asked, locale)
  const body = isAction
    ? JSON.stringify({ says: [words.title, ...words.says].join(' · '), why })
    : refusalPage(words, locale, why === 'database_gone' && method === 'GET')
  const response = new NextResponse(body, { status: STATUS[why] })
  // exactly so: with a charset behind it Next's client would not hand the text on
  response.headers.set('content-type', isAction ? 'text/plain' : 'text/html; charset=utf-8')
  response.headers.set('cache-control', 'no-store')
  if (why === 'database_gone') response.headers.set('retry-after', '2')
  return guarded(response, "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
}

function guarded(response: NextResponse, policy: string) {
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('referrer-policy', 'same-origin')
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()')
  return response
}

/* Files come and go past here: what stands before a route is cut at 10 MB, and they have headers of their own. */
export const config = {
  matcher: ['/((?!_next/static|_next/image|favicon.ico|icon.svg|files(?:/|$)).*)'],
}
