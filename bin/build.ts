import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { release, takeLock } from '@/db/embedded/lock.mjs'

/** What a build is made from: these rooms and every file beside package.json that configures it. */
const ROOMS = ['access', 'app', 'components', 'db', 'domain', 'i18n', 'patches', 'post', 'public']
const ROOT_FILES =
  /^(package-lock\.json|(next\.config|postcss\.config|proxy|instrumentation(-node)?|env)\.(js|ts)|tsconfig\.json)$/
const NOT_BUILT = /\.test\.tsx?$|^db\/(embedded|migrations|seed|sql|testing)\//
const RECORD = '.next/built-from'
const LOCK = '.data/build.lock'

/** Builds if there is no build of these sources. Says which of both. */
export async function buildIfStale(note: (text: string) => void) {
  if (isFresh()) return note('up to date')
  note('building, which takes a minute')
  mkdirSync('.data', { recursive: true })
  while (!takeLock(LOCK)) await delay(500)
  try {
    if (isFresh()) return note('built by another process')
    const sources = fingerprint()
    await nextBuild()
    writeFileSync(RECORD, sources)
    note('built')
  } finally {
    release(LOCK)
  }
}

export function isFresh(): boolean {
  return existsSync('.next/BUILD_ID') && existsSync(RECORD) && readFileSync(RECORD, 'utf8') === fingerprint()
}

function fingerprint(): string {
  const hash = createHash('sha256')
  const files = [
    ...ROOMS.filter(room => existsSync(room)).flatMap(filesIn),
    ...readdirSync('.').filter(name => ROOT_FILES.test(name)),
  ]
  for (const file of files.filter(name => !NOT_BUILT.test(name)).sort()) {
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(name => statSync(name).isFile())
}

/** Its output is shown only if it fails. */
function nextBuild(): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
    const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      env,
      stdio: 'pipe',
    })
    process.once('exit', () => child.kill())
    let output = ''
    child.stdout.on('data', data => (output += data))
    child.stderr.on('data', data => (output += data))
    child.on('error', reject)
    child.on('exit', code => (code === 0 ? resolve() : reject(new Error(`${output}\nThe build failed.`))))
  })
}
