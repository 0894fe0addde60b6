/**
 * Where a request comes from, as the lock at the door counts it. `x-peer` is the other end of the socket
 * (instrumentation-node.ts writes it, whatever the client sent). A peer on this machine or in this network may be a
 * proxy, so the last hop that it names counts; a peer from outside is itself.
 */
export function addressOf(headers: Headers): string {
  const peer = plain(headers.get('x-peer'))
  const hop = plain(headers.get('x-forwarded-for')?.split(',').at(-1))
  if (peer && !isNear(peer)) return peer
  return hop ?? peer ?? '127.0.0.1'
}

/** The address alone: without port, brackets, zone, or the IPv6 clothes of an IPv4 address. Null when it is none. */
function plain(text: string | null | undefined): string | null {
  const bare = (text ?? '')
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '')
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(bare))
    return bare.split('.').every(part => Number(part) < 256) ? bare : null
  return bare.includes(':') && URL.canParse(`http://[${bare}]`) ? bare.toLowerCase() : null
}

/** This machine, or a private network (RFC 1918, 3927, 4193, 4291). */
function isNear(address: string): boolean {
  return (
    /^(127|10)\./.test(address) ||
    /^192\.168\./.test(address) ||
    /^172\.(1[6-9]|2\d|3[01])\./.test(address) ||
    /^169\.254\./.test(address) ||
    /^(::1$|f[cd]|fe[89ab])/.test(address)
  )
}
