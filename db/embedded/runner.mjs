// @ts-check
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'

/**
 * PostgreSQL refuses to run as root. A Runner says as whom its programs run, and how one gets there.
 *
 * @typedef {object} Runner
 * @property {string[]} prefix words to put before the program
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {{ uid: number, gid: number } | null} owner who must own cluster and socket folder; null: we do already
 * @property {NodeJS.ProcessEnv} env
 */

const NO_NAME = (/** @type {number} */ uid) =>
  `The user with the id ${uid} has no entry in /etc/passwd, and PostgreSQL refuses to run as a user without a name. ` +
  `Add one (echo "crm:x:${uid}:${uid}::/tmp:/bin/sh" >> /etc/passwd, as root), or start as another user.`

/**
 * @param {{ dataDir: string, pgdata: string }} layout
 * @param {{ postgres: string, libraries: string | null }} binaries
 * @returns {Runner}
 */
export function chooseRunner({ dataDir, pgdata }, { postgres, libraries }) {
  const env = environment(libraries)
  if (process.getuid?.() !== 0) {
    assertOwn(pgdata)
    try {
      userInfo()
    } catch {
      throw new Error(NO_NAME(process.getuid?.() ?? -1))
    }
    return { prefix: [], owner: null, env }
  }
  const owner = ownerBelowRoot(pgdata) ?? ownerBelowRoot(dataDir) ?? named('postgres') ?? named('nobody')
  if (!owner)
    throw new Error('PostgreSQL does not run as root, and there is no user "postgres" or "nobody" here.')
  return waysDown(owner, env).find(runner => works(runner, postgres, dataDir)) ?? unreachable(postgres, owner)
}

/**
 * Plainly as that user; where the app lies below a folder that only root enters (/root): in a user namespace of its
 * own, which leaves root's files readable; or as that user with the one capability that walks through.
 *
 * @param {{ uid: number, gid: number }} owner
 * @param {NodeJS.ProcessEnv} env
 * @returns {Runner[]}
 */
function waysDown(owner, env) {
  const { uid, gid } = owner
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  const capability = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  return [
    { prefix: [], uid, gid, owner, env },
    { prefix: ['setpriv', ...ids, ...capability], owner, env },
    { prefix: ['unshare', '--user'], owner: { uid: 0, gid: 0 }, env },
  ]
}

/** @param {Runner} runner @param {string} postgres @param {string} dataDir */
function works({ prefix, uid, gid, env }, postgres, dataDir) {
  const [program = '', ...words] = [...prefix, postgres, '--version']
  if (spawnSync(program, words, { uid, gid, env, cwd: '/' }).status !== 0) return false
  const [test = '', ...rest] = [...prefix, 'test', '-x', dataDir]
  return spawnSync(test, rest, { uid, gid, env, cwd: '/' }).status === 0
}

/** @param {string} postgres @param {{ uid: number }} owner @returns {never} */
function unreachable(postgres, owner) {
  throw new Error(
    `PostgreSQL does not run as root, and the user with the id ${owner.uid} cannot enter the folder of this app ` +
      `(${postgres}). Move the app out of the private folder (to /opt or /srv), start it as an ordinary user, ` +
      `or set DATABASE_URL.`,
  )
}

/** @param {string} pgdata */
function assertOwn(pgdata) {
  if (!existsSync(pgdata)) return
  const { uid } = statSync(pgdata)
  if (uid !== process.getuid?.()) {
    throw new Error(
      `The database in ${pgdata} belongs to the user with the id ${uid}: start as that user or as root, ` +
        `or give the folder to the one who runs the app (chown -R, as root, while nothing runs).`,
    )
  }
}

/** @param {string} path */
function ownerBelowRoot(path) {
  if (!existsSync(path)) return null
  const { uid, gid } = statSync(path)
  if (uid === 0) return null
  if (!nameOf(uid)) throw new Error(NO_NAME(uid))
  return { uid, gid }
}

/** @param {number} uid */
function nameOf(uid) {
  return spawnSync('id', ['-un', String(uid)]).status === 0
}

/** @param {string} name */
function named(name) {
  try {
    const id = (/** @type {string} */ which) =>
      Number(execFileSync('id', [which, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}

/**
 * Nothing of the app's own settings (secrets, PG* variables) reaches the database server.
 *
 * @param {string | null} libraries
 */
function environment(libraries) {
  /** @type {Record<string, string>} */
  const env = { PATH: process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
  if (libraries) env.LD_LIBRARY_PATH = libraries
  return /** @type {NodeJS.ProcessEnv} */ (env)
}
