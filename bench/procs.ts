import { readdirSync, readFileSync } from 'node:fs'

/** Ticks of /proc a second; the same on every Linux that Node runs on. */
const TICKS = 100

type Process = { pid: number; parent: number; ticks: number }

/** CPU in ms that a process and all below it have used, those included that have ended. */
export function cpuOf(root: number): number {
  const all = new Map(processes().map(one => [one.pid, one]))
  let ticks = 0
  for (const one of all.values()) if (isBelow(one, root, all)) ticks += one.ticks
  return (ticks * 1000) / TICKS
}

/** Memory in MB that a process and all below it hold. */
export function memoryOf(root: number): number {
  const all = new Map(processes().map(one => [one.pid, one]))
  let kb = 0
  for (const one of all.values()) if (isBelow(one, root, all)) kb += residentOf(one.pid)
  return kb / 1024
}

function isBelow(one: Process | undefined, root: number, all: Map<number, Process>): boolean {
  if (!one) return false
  return one.pid === root || isBelow(all.get(one.parent), root, all)
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      const stat = read(`/proc/${name}/stat`)
      // the name in brackets may hold anything, blanks too
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (fields.length < 20) return []
      // own time, and that of children that were waited for
      const ticks = fields.slice(11, 15).reduce((sum, value) => sum + Number(value), 0)
      return [{ pid: Number(name), parent: Number(fields[1]), ticks }]
    })
}

const residentOf = (pid: number) => Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0)

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
