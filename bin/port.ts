import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { createServer } from 'node:net'

/** Throws, naming who has it and what to do, unless the app can listen there. */
export async function assertPortFree(port: number, host: string, command: string) {
  // A name stands for both families, and a browser may try either.
  const addresses = host === 'localhost' ? ['127.0.0.1', '::1'] : [host]
  for (const address of addresses) {
    const error = await tryToListen(port, address)
    if (error?.code === 'EADDRINUSE') throw new Error(taken(port, command))
    if (error?.code === 'EACCES') {
      throw new Error(`Port ${port} is for the system alone. Choose another: PORT=3000 ${command}`)
    }
    if (error && host !== 'localhost') throw new Error(`Cannot listen on ${host}: ${error.message}`)
  }
}

/** The port as given, or 3000. */
export function portFrom(given: string | undefined): number {
  if (given === undefined || given === '') return 3000
  const port = Number(given)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Error(`PORT is "${given}", which is not a number between 1 and 65535.`)
}

function tryToListen(port: number, host: string): Promise<NodeJS.ErrnoException | null> {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', resolve)
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)))
  })
}

function taken(port: number, command: string): string {
  const owner = ownerOf(port)
  const who = owner ? `process ${owner.pid} (${owner.command})` : 'a process of another user'
  const stop = owner ? `End it (kill ${owner.pid})` : 'Ask whoever runs it to end it'
  return `Port ${port} is taken by ${who}.\n${stop}, or choose another port: PORT=${port + 1} ${command}`
}

function ownerOf(port: number): { pid: number; command: string } | null {
  const pid = process.platform === 'linux' ? fromProc(port) : fromLsof(port)
  return pid ? { pid, command: commandOf(pid) } : null
}

/** The sockets that listen on the port, then the process that holds one of them open. */
function fromProc(port: number): number | null {
  const inodes = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap(file => listening(file, port))
  const wanted = new Set(inodes.map(inode => `socket:[${inode}]`))
  for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    try {
      const files = readdirSync(`/proc/${pid}/fd`)
      if (files.some(file => wanted.has(linkOf(`/proc/${pid}/fd/${file}`)))) return Number(pid)
    } catch {
      // Of another user, or gone meanwhile.
    }
  }
  return null
}

function listening(file: string, port: number): string[] {
  const hex = port.toString(16).toUpperCase().padStart(4, '0')
  return read(file)
    .split('\n')
    .map(line => line.trim().split(/\s+/))
    .filter(([, local, , state]) => state === '0A' && local?.endsWith(`:${hex}`))
    .map(fields => fields[9] ?? '')
}

function fromLsof(port: number): number | null {
  try {
    const options = ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-t']
    return Number(execFileSync('lsof', options, { encoding: 'utf8' }).split('\n')[0]) || null
  } catch {
    return null
  }
}

function commandOf(pid: number): string {
  const words =
    process.platform === 'linux'
      ? read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  return words.trim().slice(0, 120)
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function linkOf(file: string): string {
  try {
    return readlinkSync(file)
  } catch {
    return ''
  }
}
