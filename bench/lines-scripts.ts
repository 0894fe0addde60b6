import { gzipSync } from 'node:zlib'
import type { Bench } from '@/bench/bench-state'
import { type Client, textOf } from '@/bench/http'

const pages = ['/', '/deals', '/deals/board', '/leads', '/leads/new', '/companies', '/events', '/settings']

/** What a browser fetches of JavaScript for a page, compressed; beside a bare page of Next. */
export async function scriptLines(bench: Bench): Promise<void> {
  const part = 'Client JavaScript, gzip'
  const [deal] =
    await bench.sql`select number from deals where id > 1000000 and status = 'active' order by id limit 1`
  const bare = await weightOf(bench.bare, '/')
  bench.add({ part, name: 'floor: a bare page', figure: `${bare.toFixed(0)} KB` })
  for (const path of [...pages, `/deals/${deal?.number}`]) {
    const kb = await weightOf(bench.clients['desk head'], path)
    const verdict = { goal: 'P12', what: 'of bare', value: kb / bare, limit: 1.35, unit: ' ×' }
    bench.add({ part, name: path, figure: `${kb.toFixed(0)} KB`, verdicts: [verdict] })
  }
}

/** KB of all scripts that the page names, in its tags or in what React reads; those for browsers of old left out. */
async function weightOf(client: Client, path: string): Promise<number> {
  const html = textOf(await client.ask(path)).replace(/<script\b[^>]*\bnomodule\b[^>]*>/gi, '')
  const names = new Set([...html.matchAll(/static\/chunks\/[\w.~-]+\.js/g)].map(([name]) => name))
  let bytes = 0
  for (const name of names) bytes += gzipSync(textOf(await client.ask(`/_next/${name}`))).length
  return bytes / 1024
}
