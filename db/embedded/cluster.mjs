// @ts-check
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { DATABASE, MAJOR, OWNER, PORT, SUPERUSER } from './layout.mjs'
import { processIdentity } from './lock.mjs'

/**
 * @typedef {import('./layout.mjs').Layout} Layout
 * @typedef {import('./binaries.mjs').Binaries} Binaries
 * @typedef {import('./runner.mjs').Runner} Runner
 */

/** What an operator may change later, in the cluster's postgresql.conf. */
const SETTINGS = `
# Written by the app when it made this cluster. Yours to change; the next start reads it.
shared_buffers = 256MB
work_mem = 16MB
maintenance_work_mem = 64MB
max_connections = 200
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
logging_collector = on
log_directory = 'log'
log_filename = 'postgresql-%a.log'
log_rotation_age = 1d
log_truncate_on_rotation = on
log_line_prefix = '%m [%p] '
`

/** The superuser's only words: the app's own login, its database, and the one extension that it needs. */
const FIRST_WORDS = [
  ['postgres', `create role ${OWNER} login nosuperuser createrole`],
  ['postgres', `create database ${DATABASE} owner ${OWNER}`],
  [DATABASE, 'create extension btree_gist'],
]

/** The server's process id, if one really runs on this cluster. @param {Layout} layout */
export function livePostmaster({ pgdata }) {
  const pid = Number(readIf(join(pgdata, 'postmaster.pid'))?.split('\n')[0])
  return pid && processIdentity(pid) && commandOf(pid).includes(pgdata) ? pid : null
}

/**
 * Makes the cluster under another name first: a folder with the right name is always whole.
 *
 * @param {Layout} layout
 * @param {Binaries} binaries
 * @param {Runner} runner
 * @param {{ sync: boolean }} options
 */
export function initialise(layout, binaries, runner, { sync }) {
  for (const name of readdirSync(layout.root)) {
    // An initdb whose supervisor was killed may still be writing there: again, for up to five seconds.
    const again = { maxRetries: 10, retryDelay: 100 }
    if (name.startsWith('new-')) rmSync(join(layout.root, name), { recursive: true, force: true, ...again })
  }
  const fresh = join(layout.root, `new-${process.pid}`)
  mkdirSync(fresh, { mode: 0o700 })
  give(fresh, runner)
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--encoding=UTF8']
  const access = [`--username=${SUPERUSER}`, '--auth-local=trust', '--auth-host=reject']
  const rest = ['--data-checksums', ...(sync ? [] : ['--no-sync'])]
  run(runner, [binaries.initdb, `--pgdata=${fresh}`, ...locale, ...access, ...rest])
  appendFileSync(join(fresh, 'postgresql.conf'), SETTINGS)
  for (const [database, words] of FIRST_WORDS) {
    const single = ['--single', '-D', fresh, '-c', 'exit_on_error=on', '-c', 'logging_collector=off']
    run(runner, [binaries.postgres, ...single, String(database)], `${words}\n`)
  }
  renameSync(fresh, layout.pgdata)
}

/**
 * Clears what a killed server left and starts a new one.
 *
 * @param {Layout} layout
 * @param {Binaries} binaries
 * @param {Runner} runner
 * @param {Record<string, string>} settings
 */
export async function launch(layout, binaries, runner, settings) {
  await clearStale(layout)
  takeOver(layout.pgdata, runner)
  prepareSocketDir(layout.socketDir, runner)
  const fixed = { listen_addresses: '', port: String(PORT), unix_socket_directories: layout.socketDir }
  const all = { ...fixed, unix_socket_permissions: '0700', ...settings }
  const [program = '', ...words] = [
    ...runner.prefix,
    binaries.postgres,
    '-D',
    layout.pgdata,
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const log = openSync(layout.supervisorLog, 'a')
  const { uid, gid, env } = runner
  return spawn(program, words, { uid, gid, env, cwd: '/', detached: true, stdio: ['ignore', log, log] })
}

/**
 * PostgreSQL clears the traces of a dead server itself, but takes a zombie or a stranger with the same process id
 * for a living one. Removing `postmaster.pid` also removes its guard against backends that outlive their server: so
 * first wait until none is left.
 *
 * @param {Layout} layout
 */
async function clearStale(layout) {
  const file = join(layout.pgdata, 'postmaster.pid')
  if (!existsSync(file)) return
  for (let tries = 0; leftovers(layout.pgdata).length > 0; tries++) {
    if (tries > 200)
      throw new Error(`Processes of an earlier server still run: ${leftovers(layout.pgdata).join(', ')}`)
    if (tries === 100) for (const pid of leftovers(layout.pgdata)) process.kill(pid, 'SIGQUIT')
    await delay(50)
  }
  for (const stale of [file, layout.socket, `${layout.socket}.lock`]) rmSync(stale, { force: true })
}

/** Every process of PostgreSQL works in its cluster's folder. @param {string} pgdata */
function leftovers(pgdata) {
  if (process.platform !== 'linux') return []
  const home = realpathSync(pgdata)
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === home && processIdentity(pid) !== null && isServer(pid)
      } catch {
        return false
      }
    })
}

/** A shell that somebody left in the folder is not ours to end. @param {number} pid */
function isServer(pid) {
  return /^postgres$/.test(readIf(`/proc/${pid}/comm`)?.trim() ?? '')
}

/** @param {string} folder @param {Runner} runner */
function prepareSocketDir(folder, runner) {
  const wanted = runner.owner?.uid ?? process.getuid?.()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  // A folder of that name in /tmp may be somebody's trap.
  if (!found.isDirectory() || (found.uid !== wanted && found.uid !== process.getuid?.())) {
    throw new Error(
      `${folder} belongs to somebody else: remove it, or put the data in a folder with a shorter path.`,
    )
  }
  chmodSync(folder, 0o700)
  give(folder, runner)
}

/** A cluster that another user ran (the app has moved, or changed its owner). @param {string} pgdata @param {Runner} runner */
function takeOver(pgdata, { owner }) {
  if (!owner || statSync(pgdata).uid === owner.uid) return
  execFileSync('chown', ['-R', `${owner.uid}:${owner.gid}`, pgdata])
}

/** @param {string} path @param {Runner} runner */
function give(path, { owner }) {
  if (owner) chownSync(path, owner.uid, owner.gid)
}

/** @param {Runner} runner @param {string[]} command @param {string} [input] */
function run({ prefix, uid, gid, env }, command, input) {
  const [program = '', ...words] = [...prefix, ...command]
  const { status, stderr, error } = spawnSync(program, words, {
    uid,
    gid,
    env,
    cwd: '/',
    input,
    encoding: 'utf8',
  })
  if (status === 0) return
  throw new Error(`${command[0]} failed (PostgreSQL ${MAJOR}): ${(error?.message ?? stderr).trim()}`)
}

/** @param {number} pid */
function commandOf(pid) {
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
  }
  return readIf(`/proc/${pid}/cmdline`) ?? ''
}

/** @param {string} file */
function readIf(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
