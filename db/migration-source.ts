import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the code keeps them: drizzle-kit's folder of migrations, and functions and triggers as one SQL file each. */
export interface SourceFolders {
  migrations?: string
  sql?: string
}

export interface Script {
  name: string
  /** SHA-256 of the text. */
  hash: string
  text: string
}

export interface Source {
  migrations: Script[]
  sql: Script[]
}

export function readSource({ migrations = 'db/migrations', sql = 'db/sql' }: SourceFolders = {}): Source {
  return { migrations: journal(migrations), sql: folder(sql) }
}

function journal(path: string): Script[] {
  const file = join(path, 'meta', '_journal.json')
  if (!existsSync(file)) return []
  const { entries } = JSON.parse(readFileSync(file, 'utf8')) as { entries: { idx: number; tag: string }[] }
  return entries.sort((a, b) => a.idx - b.idx).map(({ tag }) => script(tag, join(path, `${tag}.sql`)))
}

function folder(path: string): Script[] {
  if (!existsSync(path)) return []
  const names = readdirSync(path).filter(name => name.endsWith('.sql'))
  return names.sort().map(name => script(name, join(path, name)))
}

function script(name: string, file: string): Script {
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
  return { name, text, hash: createHash('sha256').update(text).digest('hex') }
}
