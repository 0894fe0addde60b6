// @ts-check
import { execFileSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/**
 * A process is named by its id *and* its start time: after a restart of a container the same id belongs to
 * somebody else. Null when it is gone or a zombie (a Node that runs as PID 1 reaps nobody).
 *
 * @param {number} pid
 * @returns {string | null}
 */
export function processIdentity(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null
  if (process.platform !== 'linux') return identityByPs(pid)
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? null : `${pid} ${fields[19]}`
  } catch {
    return null
  }
}

/** @param {number} pid */
function identityByPs(pid) {
  try {
    const [state, ...started] = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
    })
      .trim()
      .split(/\s+/)
    return !state || state.startsWith('Z') ? null : `${pid} ${started.join('_')}`
  } catch {
    return null
  }
}

/** The process named in a lock or pid file, or null when nobody lives by that name. @param {string} file */
export function holderOf(file) {
  const written = read(file)
  const pid = Number(written?.split(' ')[0])
  return written !== null && processIdentity(pid) === written ? pid : null
}

/**
 * Takes the lock if it is free or its holder is dead. The file appears whole (a link to a finished file), and a
 * stale one is moved away before it is removed, so that of two who find it stale only one wins.
 *
 * @param {string} file
 * @returns {boolean}
 */
export function takeLock(file) {
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, nameOf(process.pid), { mode: 0o644 })
  try {
    for (let tries = 0; tries < 3; tries++) {
      if (link(mine, file)) return true
      const seen = read(file)
      if (seen !== null && holderOf(file) !== null) return false
      if (seen !== null) removeStale(file, seen)
    }
    return false
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Removes a lock or pid file only if it is this process's own. @param {string} file */
export function release(file) {
  if (read(file) === nameOf(process.pid)) rmSync(file, { force: true })
}

/** @param {string} file */
export function writePid(file) {
  writeFileSync(`${file}.${process.pid}`, nameOf(process.pid))
  renameSync(`${file}.${process.pid}`, file)
}

/** @param {number} pid */
function nameOf(pid) {
  return processIdentity(pid) ?? String(pid)
}

/** @param {string} file @param {string} seen */
function removeStale(file, seen) {
  const aside = `${file}.${process.pid}.stale`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  // Somebody else may have replaced it between our look and our move: give it back.
  if (read(aside) !== seen) link(aside, file)
  rmSync(aside, { force: true })
}

/** @param {string} from @param {string} to */
function link(from, to) {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
