import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { gunzipSync } from 'node:zlib'

export type Answer = {
  status: number
  headers: IncomingHttpHeaders
  /** As it came over the wire. */
  raw: Buffer
  bytes: number
  /** From sending to the first byte and to the last, in ms. */
  first: number
  ms: number
}

export type Ask = {
  method?: string
  headers?: Record<string, string>
  body?: Buffer | string
  keep?: boolean
}

/** Longer than any answer takes, between two bytes of it: a download waits up to two minutes for those before it. */
const PATIENCE = 150_000

/** A browser without a screen: one person's cookies, connections kept, compressed answers. */
export class Client {
  private cookies = new Map<string, string>()
  private agent = new Agent({ keepAlive: true, maxSockets: 64 })

  constructor(readonly port: number) {}

  ask(path: string, { method = 'GET', headers = {}, body, keep = true }: Ask = {}): Promise<Answer> {
    const origin = `http://localhost:${this.port}`
    const sent = performance.now()
    return new Promise((resolve, reject) => {
      const call = request(
        {
          host: '127.0.0.1',
          port: this.port,
          path: encodeURI(decodeURI(path)),
          method,
          agent: this.agent,
          headers: {
            host: `localhost:${this.port}`,
            'accept-encoding': 'gzip',
            accept: 'text/html',
            cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
            ...(method === 'POST' && { origin }),
            ...headers,
          },
        },
        response => {
          const chunks: Buffer[] = []
          let bytes = 0
          let first = 0
          response.on('data', (chunk: Buffer) => {
            first ||= performance.now() - sent
            bytes += chunk.length
            if (keep) chunks.push(chunk)
          })
          response.on('error', reject)
          response.on('end', () => {
            this.take(response.headers['set-cookie'] ?? [])
            const { statusCode: status = 0, headers } = response
            const ms = performance.now() - sent
            resolve({ status, headers, raw: Buffer.concat(chunks), bytes, first: first || ms, ms })
          })
        },
      )
      call.on('error', error => {
        // the server ended a connection that was kept, just as it was used again: a browser asks anew, so long as it only asks
        if (method === 'GET' && call.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET')
          resolve(this.ask(path, { method, headers, keep }))
        else reject(error)
      })
      call.setTimeout(PATIENCE, () => call.destroy(new Error(`no byte of ${path} for ${PATIENCE / 1000} s`)))
      call.end(body)
    })
  }

  private take(lines: readonly string[]) {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }

  /** For a browser that shall be signed in as this one. */
  jar = () => [...this.cookies].map(([name, value]) => ({ name, value, domain: 'localhost', path: '/' }))
  close = () => this.agent.destroy()
}

export const textOf = ({ raw, headers }: Answer): string =>
  (headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw).toString('utf8')

/** The hidden fields of the form around `marker`, which a server action needs to be found. */
export function hiddenFields(html: string, marker: string): Record<string, string> {
  const at = html.indexOf(marker)
  const form = html.slice(html.lastIndexOf('<form', at), html.indexOf('</form>', at))
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter(tag => /type="hidden"/.test(tag))
  return Object.fromEntries(inputs.map(tag => [attribute(tag, 'name'), attribute(tag, 'value')]))
}

const attribute = (tag: string, name: string) =>
  (new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** A form as a browser posts it, its fields in this order. */
export async function posted(fields: Record<string, string> | [string, string][]): Promise<Ask> {
  const form = new FormData()
  for (const [name, value] of Array.isArray(fields) ? fields : Object.entries(fields))
    form.append(name, value)
  const coded = new Response(form)
  const headers = { 'content-type': coded.headers.get('content-type') ?? '' }
  return { method: 'POST', headers, body: Buffer.from(await coded.arrayBuffer()) }
}
