import { ensureServer } from '@/db/embedded/server'
import { env } from '@/env'

/**
 * The same database as connectionOptions() reaches, as an address for the library of the queue, which brings a driver of
 * its own. `name` is how its sessions are called in pg_stat_activity.
 */
export async function queueAddress(name: string): Promise<string> {
  const { DATABASE_URL, ZHAOSHANG_DATA, ZHAOSHANG_DATABASE } = env()
  const url = DATABASE_URL ? external(DATABASE_URL) : await embedded(ZHAOSHANG_DATA, ZHAOSHANG_DATABASE)
  url.searchParams.set('application_name', name)
  return url.href
}

async function embedded(dataDir: string, database?: string): Promise<URL> {
  const server = await ensureServer(dataDir)
  const url = new URL('postgres://localhost')
  url.pathname = `/${database ?? server.database}`
  url.searchParams.set('user', server.user)
  url.searchParams.set('host', server.socketDir)
  return url
}

/** Of several hosts the first; `sslmode` as everywhere else, where `require` asks for no certificate. */
function external(address: string): URL {
  const url = new URL(address.replace(/^([^:]+:\/\/(?:[^@/]*@)?[^,/?]*),[^/?]*/, '$1'))
  url.searchParams.set('uselibpqcompat', 'true')
  return url
}
