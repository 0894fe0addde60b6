/** The address to go to after signing in: a path of ours, else `/`. Nobody is led to another site by a link to us. */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 2_000 || !/^\/(?![/\\])/.test(wanted)) return '/'
  const here = 'http://here.invalid'
  if (/[\p{Cc}\\]/u.test(wanted) || !URL.canParse(wanted, here)) return '/'
  const url = new URL(wanted, here)
  if (url.origin !== here || /^\/(sign-in|set-up|password|api)(\/|$)/.test(url.pathname)) return '/'
  return url.pathname + url.search
}
