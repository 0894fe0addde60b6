import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { ensureServer } from '@/db/embedded/server'

const next = ['../../node_modules/next/dist/bin/next']
const cwd = 'bench/floor'
const quiet = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }

/** The bare app beside (bench/floor), built when it has not been; answers on `port`. */
export async function startFloor(port: number, data: string): Promise<ChildProcess> {
  if (!existsSync('bench/floor/.next/BUILD_ID')) await built()
  const { socket, user, database } = await ensureServer(data)
  const child = spawn(process.execPath, [...next, 'start', '--port', String(port)], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...quiet, FLOOR_SOCKET: socket, FLOOR_USER: user, FLOOR_DATABASE: database },
  })
  process.once('exit', () => child.kill('SIGKILL'))
  while (!(await fetch(`http://localhost:${port}/`).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error('The bare app ended while it was starting.')
    await delay(50)
  }
  return child
}

function built(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...next, 'build'], { cwd, env: quiet, stdio: 'ignore' })
    process.once('exit', () => child.kill('SIGKILL'))
    child.on('error', reject)
    child.on('exit', code => (code === 0 ? resolve() : reject(new Error('The bare app does not build.'))))
  })
}
