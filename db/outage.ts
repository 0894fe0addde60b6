/*
 * Whether the database can be reached, as last seen by this process. While it is gone nobody waits for it: whoever asks
 * within a second of the last failure is told at once, the next one tries again.
 */
const PAUSE_MS = 1_000

const seen = ((globalThis as { zhaoshangOutage?: { until: number } }).zhaoshangOutage ??= { until: 0 })

/** The database is gone, or does not answer in time. Its digest reaches the browser, whose error page says so. */
export class DatabaseGone extends Error {
  readonly digest = 'database_gone'
}

export const isGone = (): boolean => performance.now() < seen.until

export function noteGone(): void {
  seen.until = performance.now() + PAUSE_MS
}

export function noteHere(): void {
  seen.until = 0
}

/* Nobody listens, or it is starting up or shutting down (PostgreSQL 57P). */
const UNREACHABLE = new Set([
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  '57P02',
  '57P03',
])
/* This connection broke, a statement took too long, the disk is full or no connection is left: others may fare better. */
const BROKEN = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'ECONNRESET',
  'EPIPE',
  '53100',
  '53200',
  '53300',
  '57014',
  '57P01',
])

/** The error as the pages know it: an outage as DatabaseGone, remembered when nobody could do better; else as it was. */
export function asOutage(error: unknown): unknown {
  if (error instanceof DatabaseGone) return error
  const code = codeOf(error)
  if (UNREACHABLE.has(code)) noteGone()
  else if (!BROKEN.has(code)) return error
  return new DatabaseGone('the database does not answer', { cause: error })
}

/** drizzle wraps what the driver threw. */
function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown }
  return typeof code === 'string' ? code : cause ? codeOf(cause) : ''
}

/**
 * The work's answer, or `late` after `limit` ms, or DatabaseGone: at once when it was gone a moment ago. The work goes
 * on behind it, and its end is nobody's any more.
 */
export async function inTime<T>(limit: number, run: () => PromiseLike<T>, late: () => Error): Promise<T> {
  if (isGone()) throw new DatabaseGone('the database was gone a moment ago')
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => afterPending(() => reject(late())), limit)
  })
  const work = Promise.resolve(run())
  work.catch(() => {})
  try {
    return await Promise.race([work, end])
  } catch (error) {
    throw asOutage(error)
  } finally {
    clearTimeout(timer)
  }
}

/* A process that was busy itself hears first what the database has answered meanwhile. */
const afterPending = (then: () => void) => setImmediate(() => setImmediate(then))
