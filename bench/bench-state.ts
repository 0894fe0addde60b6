import { readFileSync } from 'node:fs'
import type { Sql } from 'postgres'
import { type Ask, Client, hiddenFields, posted, textOf } from '@/bench/http'
import type { Task } from '@/bench/measure'
import type { Line } from '@/bench/report'
import { demoPassword } from '@/domain/password/demo'
import type { Actor } from '@/domain/policy/actor'
import type { Role } from '@/domain/user/user'

export const logins = {
  director: 'director',
  'desk head': 'head.domestic',
  officer: 'officer1.domestic',
} as const
export type Person = keyof typeof logins
export const people = Object.keys(logins) as Person[]

/** What every part of the bench works with. */
export type Bench = {
  rows: number
  port: number
  floorPort: number
  /** Process ids. */
  app: number
  floor: number
  database: number
  /** The owner of the tables, past the row policies. */
  sql: Sql
  clients: Record<Person, Client>
  actors: Record<Person, Actor>
  bare: Client
  /** Keeps a line, and says it. */
  add: (line: Line) => void
}

/** A browser that has come in by the form at the door; throws when it stays outside. */
export async function signIn(port: number, login: string): Promise<Client> {
  const client = new Client(port)
  const fields = hiddenFields(textOf(await client.ask('/sign-in')), 'name="login"')
  const answer = await client.ask('/sign-in', await posted({ ...fields, login, password: demoPassword }))
  if (answer.status !== 303) throw new Error(`${login} was not let in (${answer.status})`)
  return client
}

/** The person as `access/` would read it. */
export async function actorOf(sql: Sql, login: string): Promise<Actor> {
  const [user] = await sql<
    { id: string; name: string; role: Role; desks: string[] | null; heads: string[] | null }[]
  >`
    select u.id, u.name, u.role, array_agg(m.desk_id) filter (where m.desk_id is not null) as desks,
      array_agg(m.desk_id) filter (where m.head) as heads
    from users u left join desk_members m on m.user_id = u.id where u.login = ${login} group by 1, 2, 3`
  if (!user) throw new Error(`nobody is called ${login}`)
  const ids = (list: string[] | null) => (list ?? []).map(Number)
  const { name, role } = user
  const actor = { id: Number(user.id), login, name, role, deskIds: ids(user.desks), headOf: ids(user.heads) }
  return { ...actor, covers: [], locale: null, theme: 'system', mustChangePassword: false }
}

/** A page of the product as this person, again and again. */
export const pageTask = ({ app, database, clients }: Bench, who: Person, path: string): Task => ({
  app,
  database,
  run: async () => {
    const { status, bytes } = await clients[who].ask(path, { keep: false })
    return { bytes, failed: status !== 200 }
  },
})

/** Fifty static rows by Next alone. */
export const barePage = ({ floor, bare }: Bench): Task => ({
  app: floor,
  database: null,
  run: async () => {
    const { status, bytes } = await bare.ask('/', { keep: false })
    return { bytes, failed: status !== 200 }
  },
})

const actionIds = new Map<string, string>()

/** The id by which a browser calls a server action of this build. */
export function actionId(name: string): string {
  const known = actionIds.get(name)
  if (known) return known
  const { node } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
    node: Record<string, { exportedName?: string }>
  }
  const [id] = Object.entries(node).find(([, { exportedName }]) => exportedName === name) ?? []
  if (!id) throw new Error(`the build has no action ${name}`)
  actionIds.set(name, id)
  return id
}

/** What a browser sends to call the action of that name. */
export const calling = (name: string, ask: Ask): Ask => ({
  ...ask,
  method: 'POST',
  headers: { ...ask.headers, 'next-action': actionId(name), accept: 'text/x-component' },
})
