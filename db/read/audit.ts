import { statfs } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { as } from '@/db/as'
import type { Permit } from '@/domain/policy/permit'
import { env } from '@/env'
import about from '@/package.json' with { type: 'json' }

export type SystemFacts = {
  accounts: { active: number; disabled: number; waiting: number }
  /** Tries to sign in during the last 24 hours that did not succeed, those that were not looked at among them. */
  failedSignIns: {
    count: number
    locked: number
    latest: { login: string; address: string; at: Date; outcome: string }[]
  }
  databaseBytes: number
  /** Of the disk with the data folder; null where the system does not say. */
  disk: { freeBytes: number; totalBytes: number } | null
  version: { app: string; postgres: string; node: string }
}

/** What an administrator looks at in the morning. */
export async function getSystemFacts(permit: Permit<'audit.read'>): Promise<SystemFacts> {
  const database = await as(permit, 'read', async tx => {
    const [row] = await tx.execute<Record<string, string>>(sql`select
      (select count(*) from users where disabled_at is null) as active,
      (select count(*) from users where disabled_at is not null) as disabled,
      (select count(*) from users where disabled_at is null and must_change_password) as waiting,
      (select count(*) from sign_ins where outcome <> 'done' and at > now() - interval '1 day') as failed,
      (select count(*) from sign_ins where outcome = 'locked' and at > now() - interval '1 day') as locked,
      pg_database_size(current_database()) as bytes,
      split_part(current_setting('server_version'), ' ', 1) as postgres`)
    const latest = await tx.execute<{ login: string; address: string; at: string; outcome: string }>(sql`
      select login, host(address) as address, at, outcome from sign_ins
      where outcome <> 'done' and at > now() - interval '1 day' order by at desc limit 5`)
    return { row, latest: latest.map(line => ({ ...line, at: new Date(line.at) })) }
  })
  const { row, latest } = database
  const count = (key: string) => Number(row?.[key] ?? 0)
  return {
    accounts: { active: count('active'), disabled: count('disabled'), waiting: count('waiting') },
    failedSignIns: { count: count('failed'), locked: count('locked'), latest },
    databaseBytes: count('bytes'),
    disk: await diskOf(env().ZHAOSHANG_DATA),
    version: { app: about.version, postgres: row?.postgres ?? '', node: process.versions.node },
  }
}

async function diskOf(folder: string): Promise<SystemFacts['disk']> {
  const told = await statfs(folder).catch(() => null)
  return told && { freeBytes: told.bavail * told.bsize, totalBytes: told.blocks * told.bsize }
}
