// @ts-check
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The cluster's major version stands in its folder's name: another version never opens it by mistake. */
export const MAJOR = 18
export const PORT = 5432
export const DATABASE = 'zhaoshang'
export const OWNER = 'crm_owner'
export const SUPERUSER = 'postgres'

/** How long a supervisor that is asked to stop waits for the last sessions to end, in ms. */
export const STOP_PATIENCE = 2000

/** sun_path holds 108 bytes on Linux and 104 on macOS, the closing zero included. */
const LONGEST_SOCKET_PATH = 100

/**
 * @typedef {object} Layout where one embedded server keeps what it has
 * @property {string} dataDir the app's data folder, e.g. `.data/main`
 * @property {string} root everything of PostgreSQL, 0711
 * @property {string} pgdata the cluster, 0700
 * @property {string} socketDir the folder of the socket, 0700
 * @property {string} socket
 * @property {string} startLock held by the one that initialises, starts or stops
 * @property {string} supervisorPid
 * @property {string} supervisorLog
 */

/**
 * @param {string} dataDir relative to the working directory, or absolute
 * @returns {Layout}
 */
export function layoutOf(dataDir) {
  const absolute = resolve(/* turbopackIgnore: true */ dataDir)
  const root = join(absolute, 'postgres')
  const socketDir = shortEnough(join(root, 'run'), root)
  return {
    dataDir: absolute,
    root,
    pgdata: join(root, `pg${MAJOR}`),
    socketDir,
    socket: join(socketDir, `.s.PGSQL.${PORT}`),
    startLock: join(root, 'start.lock'),
    supervisorPid: join(root, 'supervisor.pid'),
    supervisorLog: join(root, 'supervisor.log'),
  }
}

/** @param {string} wanted @param {string} root */
function shortEnough(wanted, root) {
  if (Buffer.byteLength(join(wanted, `.s.PGSQL.${PORT}.lock`)) <= LONGEST_SOCKET_PATH) return wanted
  return join(tmpdir(), `zhaoshang-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`)
}
