import { type Bench, barePage, type Person, pageTask, people, signIn } from '@/bench/bench-state'
import { Client, hiddenFields, posted, textOf } from '@/bench/http'
import { inTurn, type Run } from '@/bench/measure'
import type { Verdict } from '@/bench/report'
import { dealSorts } from '@/domain/deal/deal'
import { demoPassword } from '@/domain/password/demo'

const one = { rounds: 5, times: 8, atOnce: 1 }
const many = { rounds: 5, times: 16, atOnce: 16 }

type Page = {
  part: string
  name: string
  who: Person
  path: string
  rows?: number
  verdicts?: (run: Run, bare: Run) => Verdict[]
}

/** Every page at one and at sixteen at a time, each in turn with the bare page. */
export async function pageLines(bench: Bench): Promise<void> {
  for (const { part, name, who, path, rows, verdicts } of await pagesOf(bench))
    for (const pace of [one, many]) {
      const [run, bare] = await inTurn([pageTask(bench, who, path), barePage(bench)], pace)
      if (!run || !bare) continue
      const cpu = (run.app + run.database) / bare.app
      const figure = `CPU ${cpu.toFixed(1)} ×, p50 ${(run.p50 / bare.p50).toFixed(1)} × bare`
      const kept = pace.atOnce === 1 ? verdicts?.(run, bare) : undefined
      bench.add({ part, name: `${name}, ${who}`, rows, atOnce: pace.atOnce, run, figure, verdicts: kept })
    }
}

const list = 'Deals list'

/** The pages, with the number of rows that their filter finds. */
export async function pagesOf(bench: Bench): Promise<Page[]> {
  const { sql } = bench
  const count = async (where: string) =>
    Number((await sql.unsafe(`select count(*) as n from deals where deleted_at is null and ${where}`))[0]?.n)
  const active = await count(`status = 'active'`)
  const last = Math.min(1000, Math.ceil(active / 50))
  const pages: Page[] = []
  const add = (
    part: string,
    name: string,
    who: Person,
    path: string,
    rows?: number,
    verdicts?: Page['verdicts'],
  ) => pages.push({ part, name, who, path, rows, verdicts })
  const stage = '/deals?desk=domestic&stage=negotiation&sort=-total'
  const [desk] = await sql`select id from desks where key = 'domestic'`
  const inStage = await count(`status = 'active' and stage = 'negotiation' and desk_id = ${desk?.id}`)
  add(list, 'desk and stage, by amount', 'desk head', stage, inStage, (run, bare) => [
    { goal: 'P1', what: 'CPU', value: (run.app + run.database) / bare.app, limit: 1.5, unit: ' ×' },
    { goal: 'P1', what: 'p50', value: run.p50 / bare.p50, limit: 2, unit: ' ×' },
  ])
  for (const who of people) add(list, 'first page', who, '/deals?approved=all')
  add(list, `page ${last}`, 'director', `/deals?approved=all&page=${last}`, active)
  for (const key of dealSorts)
    for (const sort of [key, `-${key}`])
      add(list, `by ${sort}`, 'desk head', `/deals?approved=all&sort=${sort}`)
  const rare = '/deals?approved=all&min=800000&country=KR'
  add(
    list,
    'rare filter',
    'director',
    rare,
    await count(`status = 'active' and country = 'KR' and total_cny >= 800000000000`),
  )
  add(
    list,
    'common filter',
    'director',
    '/deals?approved=all&country=CN',
    await count(`status = 'active' and country = 'CN'`),
  )
  for (const who of people) add('Board', 'all columns', who, '/deals/board')
  const [deal] =
    await sql`select number from deals where id > 1000000 and desk_id = ${desk?.id} and status = 'active' order by id limit 1`
  for (const who of people) add('Record', 'a deal', who, `/deals/${deal?.number}`)
  for (const who of people) add('My day', 'first page', who, '/')
  for (const who of ['director', 'desk head'] as const) {
    add('Review and capital', 'review since a week', who, '/review')
    add('Review and capital', 'capital of the year', who, '/capital')
  }
  add('Other lists', 'leads', 'desk head', '/leads')
  add('Other lists', 'companies', 'desk head', '/companies')
  add('Other lists', 'contacts', 'desk head', '/contacts')
  return pages
}

/** Sixteen at a time are sixteen people: the lock at the door holds each account to one try after another. */
export async function signInLines(bench: Bench): Promise<void> {
  const users = await bench.sql<
    { login: string }[]
  >`select login from users where disabled_at is null order by id limit 16`
  const door = new Client(bench.port)
  const fields = hiddenFields(textOf(await door.ask('/sign-in')), 'name="login"')
  // each has come in once before: from an address that he knows
  for (const { login } of users) (await signIn(bench.port, login)).close()
  for (const atOnce of [1, 16]) {
    const free = users.map(({ login }) => login)
    const run = async () => {
      const login = free.shift() ?? 'director'
      const client = new Client(bench.port)
      const ask = await posted({ ...fields, login, password: demoPassword })
      const { status, bytes } = await client.ask('/sign-in', ask)
      client.close()
      free.push(login)
      return { bytes: bytes || 1, failed: status !== 303 }
    }
    const pace = { rounds: 5, times: atOnce === 1 ? 5 : 16, atOnce }
    const [found] = await inTurn([{ app: bench.app, database: bench.database, run }], pace)
    bench.add({ part: 'Sign-in', name: 'name and password', atOnce, run: found })
  }
  door.close()
}
