import { connect, Socket } from 'node:net'
import type { Options, PostgresType } from 'postgres'
import { ensureServer } from '@/db/embedded/server'
import { env } from '@/env'

type ConnectionOptions = Options<Record<string, PostgresType>>

/**
 * How to reach the database, for `postgres(options)`: the one of DATABASE_URL, else the app's own, which is started
 * when it does not run. Each new connection looks again, so a server that was killed comes back without a restart
 * of the app. `more` is laid over it, its `connection` settings beside those of the address.
 */
export async function connectionOptions(more: ConnectionOptions = {}): Promise<ConnectionOptions> {
  const { DATABASE_URL, ZHAOSHANG_DATA, ZHAOSHANG_DATABASE } = env()
  const base = DATABASE_URL ? external(DATABASE_URL) : await embedded(ZHAOSHANG_DATA, ZHAOSHANG_DATABASE)
  return {
    // A pool that comes back within a second of its server; the default waits up to twenty.
    backoff: retries => Math.min(0.05 * 2 ** retries, 1),
    connect_timeout: 2,
    ...base,
    ...more,
    connection: {
      application_name: 'zhaoshang',
      // in KB: what was entered last stands in a list beside a GIN index, which every look reads from end to end
      gin_pending_list_limit: 256,
      ...base.connection,
      ...more.connection,
    },
  }
}

async function embedded(dataDir: string, database?: string): Promise<ConnectionOptions> {
  const server = await ensureServer(dataDir)
  return {
    // postgres.js names it in its errors; the way in is `socket`.
    path: server.socket,
    user: server.user,
    database: database ?? server.database,
    ...{ socket: () => dial(dataDir) },
  }
}

/**
 * A connected socket. It never rejects: postgres.js would lose the place in its pool for good. What fails is told by
 * a socket that breaks as soon as it is listened to.
 */
async function dial(dataDir: string): Promise<Socket> {
  try {
    const { socket: path } = await ensureServer(dataDir)
    return await new Promise((resolve, reject) => {
      const socket = connect(path, () => {
        socket.removeListener('error', reject)
        resolve(socket)
      })
      socket.once('error', reject)
    })
  } catch (error) {
    const broken = new Socket()
    setImmediate(() => broken.destroy(error as Error))
    return broken
  }
}

/** postgres.js reads addresses itself, but then takes no options object: the same reading, as options. */
function external(address: string): ConnectionOptions {
  const hosts = /^[^:]+:\/\/(?:[^@/]*@)?([^/?]*)/.exec(address)?.[1] ?? ''
  const url = new URL(address.replace(hosts, hosts.split(',')[0] ?? ''))
  const { sslmode, host: socketDir, ...settings } = Object.fromEntries(url.searchParams)
  return {
    host: socketDir ?? decodeURIComponent(hosts || 'localhost'),
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username) || undefined,
    password: decodeURIComponent(url.password) || undefined,
    database: decodeURIComponent(url.pathname.slice(1)) || undefined,
    ssl: sslmode === 'disable' ? false : (sslmode as 'require' | undefined),
    connection: settings,
  }
}
