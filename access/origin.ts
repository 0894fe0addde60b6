/**
 * True when the request comes from our own pages. Next lets a server action without an Origin header through and
 * does not look at route handlers at all, so both ask here. `host` is what the browser asked for, proxy or not.
 */
export function sameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site && site !== 'same-origin') return false
  const origin = headers.get('origin')
  const host = headers.get('x-forwarded-host')?.split(',')[0]?.trim() ?? headers.get('host')
  if (!origin || !host || !URL.canParse(origin)) return false
  return new URL(origin).host === host
}

/** The same for a link that downloads: a browser sends no Origin there, but says where the click was made. */
export function sameSiteNavigation(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  return site === null || site === 'same-origin' || site === 'none'
}
