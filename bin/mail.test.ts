import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import postgres, { type Sql } from 'postgres'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildIfStale } from '@/bin/build'
import { connectionOptions } from '@/db/connection'
import { processIdentity } from '@/db/embedded/lock.mjs'
import { stopServer } from '@/db/embedded/server'

/* E-mail as it leaves the built app: what the bundler makes of it, and what a kill -9 and a refusal do to a mail. */
const data = mkdtempSync(join(tmpdir(), 'zhaoshang-mail-'))
const port = 20_000 + Math.floor(Math.random() * 20_000)
const people = { sato: 'ja', chen: 'zh-Hant' } as const
let app: ChildProcess
let output = ''
let sql: Sql
let server: Awaited<ReturnType<typeof smtp>>

beforeAll(async () => {
  chmodSync(data, 0o755)
  process.env.ZHAOSHANG_DATA = data
  delete process.env.DATABASE_URL
  await buildIfStale(() => {})
  server = await smtp()
  await start()
  sql = postgres(await connectionOptions({ max: 1, onnotice: () => {} }))
  await sql`insert into zones (name, timezone) values ('东港经济开发区', 'Asia/Shanghai')`
  for (const [login, locale] of Object.entries(people))
    await sql`insert into users (login, name, role, password_hash, email, locale)
      values (${login}, ${login}, 'officer', 'x', ${`${login}@example.cn`}, ${locale})`
})

afterAll(async () => {
  await sql.end({ timeout: 2 })
  const ended = once(app, 'close')
  app.kill('SIGTERM')
  await ended
  await server.close()
  await stopServer(data)
  rmSync(data, { recursive: true, force: true })
})

beforeEach(() => {
  server.got.length = 0
})

test('each gets one mail, in his own language, with the way to the record', async () => {
  for (const login of Object.keys(people)) await tell(login, '液压件项目')
  await until(async () => (await mails()).filter(({ sent }) => sent).length === 2)
  const subjects = Object.fromEntries(server.got.map(({ to, raw }) => [to, subjectOf(raw)]))
  expect(subjects).toEqual({
    'sato@example.cn': expect.stringMatching(/D-2026-0038 液压件项目.*担当/),
    'chen@example.cn': expect.stringMatching(/D-2026-0038 液压件项目.*指派給您/),
  })
  expect(server.got).toHaveLength(2)
  expect(await mails()).toMatchObject([{ tries: 1 }, { tries: 1 }])
})

test('killed while the server had not answered yet, it leaves at the next start, once', async () => {
  const held = server.hold()
  await tell('sato', '中断')
  await held
  await killed()
  server.release()
  expect(await last()).toMatchObject({ tries: 1, sent: false })
  // its claim and its turn lapse by themselves, after ten minutes and after one
  await sql`update mails set claimed_at = claimed_at - interval '11 minutes' where sent_at is null`
  await sql`update graphile_worker._private_jobs set locked_at = locked_at - interval '2 minutes' where key = 'mail'`
  await start()
  await until(async () => (await last()).sent)
  expect(await last()).toMatchObject({ tries: 2 })
  expect(server.got.map(({ to }) => to)).toEqual(['sato@example.cn'])
})

test('what the server refuses for a while is tried again later, and leaves then', async () => {
  server.refuse('451 mailbox busy')
  await tell('chen', '再试')
  await until(async () => /mailbox busy/.test((await last()).error ?? ''))
  expect(await last()).toMatchObject({ tries: 1, sent: false, waits: true })
  expect(server.got).toEqual([])
  server.refuse(null)
  await sql`update mails set due_at = now() where sent_at is null`
  await until(async () => (await last()).sent)
  expect(server.got.map(({ to }) => to)).toEqual(['chen@example.cn'])
  expect(await last()).toMatchObject({ tries: 2 })
})

/** As a write tells of an assignment, in its own transaction. */
const tell = (login: string, name: string) => sql`
  insert into notifications (user_id, kind, noun, mail, details)
  select id, 'assigned', 'deal', 'at_once', ${sql.json({ number: 'D-2026-0038', name, as: 'officer' })}
  from users where login = ${login}`

const mails = () =>
  sql<
    { tries: number; sent: boolean; waits: boolean; error: string | null }[]
  >`select tries, sent_at is not null as sent, due_at > now() as waits, error from mails order by id`
const last = async () => (await mails()).at(-1) ?? { tries: 0, sent: false, waits: false, error: null }

/** A mail server on this machine, with all that it took; it can keep one waiting for its word on the recipient, or refuse a mail once it is whole. */
async function smtp() {
  const got: { to: string; raw: string }[] = []
  let refusal: string | null = null
  let held: { reached: () => void; go: Promise<void> } | null = null
  let release = () => {}
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onRcptTo(_, __, answer) {
      held?.reached()
      await held?.go
      answer()
    },
    async onData(stream: SMTPServerDataStream, session, answer) {
      let raw = ''
      try {
        for await (const chunk of stream) raw += chunk
      } catch {
        return // hung up before its end: no mail
      }
      const [, code, text] = /^(\d+) (.*)$/.exec(refusal ?? '') ?? []
      if (code) return answer(Object.assign(new Error(text), { responseCode: Number(code) }))
      got.push({ to: session.envelope.rcptTo[0]?.address ?? '', raw })
      answer()
    },
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    got,
    url: `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`,
    refuse: (how: string | null) => void (refusal = how),
    /** Resolves when somebody has named a recipient; he is not answered until `release`. */
    hold: () =>
      new Promise<void>(reached => {
        held = { reached, go: new Promise(go => (release = go)) }
      }),
    release: () => {
      held = null
      release()
    },
    close: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}

function subjectOf(raw: string): string {
  const [, subject = ''] = /^subject: ((?:.*\r\n[ \t])*.*)/im.exec(raw) ?? []
  return subject
    .replace(/\r\n[ \t]/g, '')
    .replace(/=\?utf-8\?([BQ])\?(.*?)\?=\s*/gi, (_, how: string, what: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(what, 'base64').toString()
        : Buffer.from(
            what
              .replaceAll('_', ' ')
              .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          ).toString(),
    )
}

async function start() {
  output = ''
  const own = { NODE_ENV: 'production' as const, HOST: '', PORT: String(port), ZHAOSHANG_DATA: data }
  const mail = {
    SMTP_URL: server.url,
    MAIL_FROM: '招商局 <crm@example.cn>',
    APP_URL: 'https://crm.example.cn',
  }
  app = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'bin/serve.ts', 'main'], {
    env: { ...process.env, ...own, ...mail },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  app.stdout?.on('data', text => (output += text))
  app.stderr?.on('data', text => (output += text))
  await until(() => output.includes('Ctrl-C') || app.exitCode !== null, 90_000)
  expect(output).toContain('Ctrl-C')
}

async function killed() {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  const pairs = all.map(line => line.trim().split(/\s+/).map(Number))
  const children = pairs.flatMap(([pid = 0, parent]) => (parent === app.pid ? [pid] : []))
  for (const pid of [...children, app.pid ?? 0]) process.kill(pid, 'SIGKILL')
  await until(() => processIdentity(app.pid ?? 0) === null)
}

async function until(holds: () => boolean | Promise<boolean>, limit = 30_000) {
  for (const end = Date.now() + limit; Date.now() < end; await delay(50)) if (await holds()) return
  const stand = sql ? JSON.stringify(await sql`select * from mails order by id`) : ''
  throw new Error(`it did not come to pass within ${limit} ms: ${holds}\n${stand}\n${output}`)
}
