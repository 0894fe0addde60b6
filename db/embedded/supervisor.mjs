// @ts-check
import { existsSync, openSync, statSync, truncateSync, writeSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { findBinaries } from './binaries.mjs'
import { initialise, launch, livePostmaster } from './cluster.mjs'
import { STOP_PATIENCE } from './layout.mjs'
import { holderOf, processIdentity, release, takeLock, writePid } from './lock.mjs'
import { ask, countClients, hasDatabase } from './ping.mjs'
import { chooseRunner } from './runner.mjs'

/**
 * A program of its own, detached from whoever asked for the database: starts or adopts the server, stops it when
 * nobody has been connected for a while. SIGTERM: stop now, unless somebody is connected. Exit 0: it runs.
 *
 * @typedef {object} Orders
 * @property {import('./layout.mjs').Layout} layout
 * @property {number} idleSeconds
 * @property {Record<string, string>} settings extra settings of PostgreSQL
 */

/** @type {Orders} */
const { layout, idleSeconds, settings } = JSON.parse(process.argv[2] ?? '{}')
const LOG_LIMIT = 1_000_000
const POLL = Math.min(5000, idleSeconds * 250)
/** How soon the end of an adopted server is noticed, in ms. */
const PULSE = 500
const START_LIMIT = 120_000

process.title = `zhaoshang-db ${layout.root}`
process.umask(0o022)
let stopAsked = 0
let wake = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, () => {
    stopAsked = Date.now()
    wake.abort()
  })
}

if (!takeLock(layout.startLock)) process.exit(0)
try {
  const running = livePostmaster(layout)
  const pid = running ?? (await start())
  // Taken now: of a server that is killed before the watch begins nothing could be told any more.
  const identity = processIdentity(pid)
  await ready(pid)
  say(`process ${pid} answers`)
  // That of a server that died is about to notice; that of the running one does its work.
  while (!running && holderOf(layout.supervisorPid) !== null) await delay(20)
  if (holderOf(layout.supervisorPid) === null) {
    writePid(layout.supervisorPid)
    release(layout.startLock)
    await watch(pid, identity)
  }
} catch (error) {
  say(`failed: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
} finally {
  release(layout.startLock)
  release(layout.supervisorPid)
}

async function start() {
  const binaries = findBinaries(layout.root)
  const runner = chooseRunner(layout, binaries)
  if (!existsSync(layout.pgdata)) initialise(layout, binaries, runner, { sync: settings.fsync !== 'off' })
  const server = await launch(layout, binaries, runner, settings)
  server.unref()
  if (!server.pid) throw new Error('PostgreSQL could not be started')
  say(`started as process ${server.pid}`)
  return server.pid
}

/** @param {number} pid */
async function ready(pid) {
  for (const until = Date.now() + START_LIMIT; Date.now() < until; await delay(15)) {
    if ((await ask(layout.socket)).state === 'ready') {
      if (await hasDatabase(layout.socket)) return
      throw new Error(
        `The cluster in ${layout.pgdata} is not one of ours: it lacks the database or its owner`,
      )
    }
    if (!processIdentity(pid)) throw new Error('PostgreSQL ended while it was starting')
  }
  throw new Error(`PostgreSQL did not answer within ${START_LIMIT / 1000} s`)
}

/** Until the server is gone. @param {number} pid @param {string | null} identity */
async function watch(pid, identity) {
  if (statSync(layout.supervisorLog).size > LOG_LIMIT) truncateSync(layout.supervisorLog)
  let idleSince = Date.now()
  let looked = Date.now()
  while (identity !== null && processIdentity(pid) === identity) {
    wake = new AbortController()
    await delay(Date.now() - stopAsked < STOP_PATIENCE ? 50 : PULSE, undefined, wake).catch(() => {})
    // The sessions of whoever asked may still be on their way out.
    const eager = Date.now() - stopAsked < STOP_PATIENCE
    if (!eager && Date.now() - looked < POLL) continue
    looked = Date.now()
    if ((await countClients(layout.socket)) > 0) idleSince = Date.now()
    else if (eager || Date.now() - idleSince > idleSeconds * 1000) await stop(pid, identity)
  }
  say('the server is gone')
}

/** @param {number} pid @param {string | null} identity */
async function stop(pid, identity) {
  if (!takeLock(layout.startLock)) return
  // Whoever came between the count and the lock is served; whoever comes now finds the lock and waits.
  if ((await countClients(layout.socket)) > 0) return release(layout.startLock)
  say(`nobody is connected: stopping process ${pid}`)
  process.kill(pid, 'SIGINT')
  while (processIdentity(pid) === identity) await delay(20)
}

/** @param {string} text */
function say(text) {
  writeSync(openSync(layout.supervisorLog, 'a'), `${new Date().toISOString()} ${text}\n`)
}
