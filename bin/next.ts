import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'

export interface NextServer {
  child: ChildProcess
  /** Asks it to finish what it does; ends it after ten seconds. */
  stop(): Promise<void>
}

const READY_LIMIT = 60_000
const STOP_LIMIT = 10_000

/**
 * Starts Next as a child with a channel to this process: when this process dies, however it dies, the channel breaks
 * and instrumentation.ts ends the child. Resolves when the app answers.
 */
export async function startNext(
  mode: 'start' | 'dev',
  { port, host, env }: { port: number; host: string; env: Record<string, string> },
): Promise<NextServer> {
  const words = ['node_modules/next/dist/bin/next', mode, '--port', String(port), '--hostname', host]
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: mode === 'start' ? 'production' : 'development',
      NEXT_TELEMETRY_DISABLED: '1',
      ZHAOSHANG_STARTER: String(process.pid),
      ZHAOSHANG_SELF: `http://${nameOf(host)}:${port}`,
      // "localhost" is 127.0.0.1 first, whatever the machine's hosts file says.
      NODE_OPTIONS: [process.env.NODE_OPTIONS, '--dns-result-order=ipv4first'].filter(Boolean).join(' '),
      ...env,
    },
  })
  process.once('exit', () => child.kill('SIGKILL'))
  let early: string | null = ''
  child.stdout?.on('data', data => {
    if (early === null) process.stdout.write(data)
    else early += data
  })
  await answering(child, port, host).catch(error => {
    child.kill('SIGKILL')
    throw new Error(`${early}${error.message}`)
  })
  early = null
  return { child, stop: () => stop(child) }
}

/** By which this machine reaches what listens on `host`. */
function nameOf(host: string): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return name.includes(':') ? `[${name}]` : name
}

async function answering(child: ChildProcess, port: number, host: string) {
  const address = `http://${nameOf(host)}:${port}/api/health`
  for (const until = Date.now() + READY_LIMIT; Date.now() < until; await delay(40)) {
    if (child.exitCode !== null || child.signalCode)
      throw new Error('The server ended while it was starting.')
    const answer = await fetch(address, { redirect: 'manual' }).catch(() => null)
    if (answer?.ok) return
  }
  throw new Error(`The server did not answer at ${address} within ${READY_LIMIT / 1000} s.`)
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode) return
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT)
  await gone
  clearTimeout(timer)
}
