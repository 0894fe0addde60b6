import { type IncomingMessage, Server } from 'node:http'

/**
 * Writes the other end of the socket into `x-peer` of each request, over whatever the client sent: Next hands pages
 * and actions the headers, but no socket, and fills `x-forwarded-for` only where the client left it empty. Once a
 * process, before it answers.
 */
export function stampPeers(): void {
  const emit = Server.prototype.emit
  Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]) {
    if (event === 'request') {
      const request = args[0] as IncomingMessage
      request.headers['x-peer'] = request.socket.remoteAddress ?? ''
    }
    return Reflect.apply(emit, this, [event, ...args]) as boolean
  } as typeof emit
}
