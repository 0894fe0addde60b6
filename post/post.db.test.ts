import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { write } from '@/db/as'
import { closePools } from '@/db/client'
import { startQueue } from '@/db/job/queue'
import { MailQueue } from '@/db/post/queue'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { notify } from '@/db/write/notify'
import type { NotificationDetails } from '@/domain/notification/notification'
import { done } from '@/domain/outcome'
import { startPost as postOf } from './post'
import { sendMail } from './send'

let office: Office
let queue: MailQueue
beforeAll(async () => {
  office = await openOffice()
  queue = new MailQueue()
})
afterAll(async () => {
  await queue.end()
  await closePools()
  await office.owner.end()
})
beforeEach(async () => {
  await office.owner`delete from notifications`
  await office.owner`delete from mails`
  await office.owner`delete from notification_choices`
  await office.owner`update users set email = null, locale = null, disabled_at = null`
})

/** Post and the queue in which its turns stand, as the server starts them. */
function startPost(...asked: Parameters<typeof postOf>) {
  const post = postOf(...asked)
  const stop = startQueue({ mail: post.task }, asked[1])
  return async () => void (await Promise.all([stop(), post.stop()]))
}

type Got = { to: string[]; raw: string }
type Refusal = (session: SMTPServerSession) => Error | null
/** A mail server on this machine, with all that it took; `no` may refuse a mail once it has come whole. */
async function smtp(no: Refusal = () => null, port = 0) {
  const got: Got[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream: SMTPServerDataStream, session, answer) {
      let raw = ''
      try {
        for await (const chunk of stream) raw += chunk
      } catch {
        return // hung up before its end: no mail
      }
      const refusal = no(session)
      if (!refusal) got.push({ to: session.envelope.rcptTo.map(one => one.address), raw })
      answer(refusal)
    },
  })
  server.on('error', () => {})
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const at = (server.server.address() as { port: number }).port
  const close = () => new Promise<void>(resolve => server.close(() => resolve()))
  return { got, close, port: at, settings: settingsOf(at) }
}
const settingsOf = (port: number) => ({
  smtp: `smtp://127.0.0.1:${port}`,
  from: '招商局 <crm@example.cn>',
  app: 'https://crm.example.cn',
})

/** The words of a mail, whatever it was encoded in. */
const textOf = ({ raw }: Got) => {
  const [, head = '', body = ''] = /^(.*?)\r\n\r\n(.*)$/s.exec(raw) ?? []
  const base64 = /base64/i.test(/content-transfer-encoding:.*/i.exec(head)?.[0] ?? '')
  const plain = body
    .replace(/=\r\n/g, '')
    .replace(/((?:=[0-9A-F]{2})+)/g, hex => Buffer.from(hex.replaceAll('=', ''), 'hex').toString())
  return base64 ? Buffer.from(body, 'base64').toString() : plain
}
const subjectOf = ({ raw }: Got) =>
  /^subject: ((?:.*\r\n\s)*.*)/im
    .exec(raw)?.[1]
    ?.replace(/\r\n\s/g, '')
    .replace(/=\?utf-8\?([BQ])\?(.*?)\?=\s*/gi, (_, how: string, what: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(what, 'base64').toString()
        : Buffer.from(
            what
              .replaceAll('_', ' ')
              .replace(/=([0-9A-F]{2})/g, (__, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          ).toString(),
    ) ?? ''

async function address(
  who: StaffName,
  email: string,
  mail: 'at_once' | 'daily' | 'never',
  kind = 'assigned',
) {
  const { id } = office.actors[who]
  await office.owner`update users set email = ${email} where id = ${id}`
  await office.owner`insert into notification_choices values (${id}, ${kind}, true, ${mail})`
}
const tell = (
  to: StaffName[],
  details: NotificationDetails = { number: 'D-2026-0038', name: '液压件项目' },
) =>
  write(permit(office.actors.director, 'deal.edit'), async tx => {
    const ids = to.map(who => office.actors[who].id)
    await notify(tx, { kind: 'assigned', to: ids, noun: 'deal', recordId: 1, details })
    return done()
  })
async function until(what: () => boolean | Promise<boolean>) {
  for (const end = performance.now() + 15_000; !(await what()); await delay(20))
    if (performance.now() > end) throw new Error('it never came about')
}
const rows = () =>
  office.owner`select tries, sent_at is not null as sent, given_up_at is not null as given_up, error from mails order by id`

test('at once: in the reader’s language, with who, what and the way there; to nobody who did not ask', async () => {
  await address('officer', 'lin@example.cn', 'at_once')
  await address('colleague', 'colleague@example.cn', 'never')
  await office.owner`update users set locale = 'en' where id = ${office.actors.officer.id}`
  const server = await smtp()
  const stop = startPost(server.settings, () => {}, 20)
  await tell(['officer', 'colleague', 'headDomestic'])
  await until(() => server.got.length > 0)
  await delay(200)
  await stop()
  await server.close()
  expect(server.got.map(mail => mail.to)).toEqual([['lin@example.cn']])
  const [mail] = server.got as [Got]
  expect(subjectOf(mail)).toBe('[东港经济开发区] director assigned D-2026-0038 液压件项目 to you')
  expect(textOf(mail)).toContain('https://crm.example.cn/deals/D-2026-0038')
  expect(textOf(mail)).toContain('https://crm.example.cn/settings#notifications')
  expect(mail.raw).toMatch(/^auto-submitted: auto-generated/im)
  expect(await rows()).toEqual([{ tries: 1, sent: true, given_up: false, error: null }])
})

test('a hundred at once are one mail, and of four processes one sends it', async () => {
  await address('officer', 'lin@example.cn', 'at_once')
  for (let at = 0; at < 100; at++) await tell(['officer'])
  const server = await smtp()
  const stops = Array.from({ length: 4 }, () => startPost(server.settings, () => {}, 10))
  await until(() => server.got.length > 0)
  await delay(300)
  await Promise.all(stops.map(stop => stop()))
  await server.close()
  expect(server.got).toHaveLength(1)
  expect(textOf(server.got[0] as Got)).toContain('另有 50 条')
})

test('the daily one: after half past seven, what is still unread, once', async () => {
  await address('officer', 'lin@example.cn', 'daily')
  await tell(['officer'], { number: 'D-2026-0001', name: '旧的' })
  await tell(['officer'], { number: 'D-2026-0002', name: '读过的' })
  await office.owner`update notifications set at = now() - interval '1 day'`
  await office.owner`update notifications set read_at = now() where details ->> 'name' = '读过的'`
  await tell(['officer'], { number: 'D-2026-0003', name: '今天的' })
  // a zone where it is nearly noon, one where it is the middle of the night
  const hour = new Date().getUTCHours()
  const zone = (at: number) => {
    const shift = ((at - hour + 36) % 24) - 12
    return `Etc/GMT${shift > 0 ? '-' : '+'}${Math.abs(shift)}`
  }
  await office.owner`update zones set timezone = ${zone(3)}`
  expect(await queue.gather()).toBe(0)
  await office.owner`update zones set timezone = ${zone(11)}`
  await office.owner`update notifications set at = now() - interval '1 second' where details ->> 'name' = '今天的'`
  expect(await queue.gather()).toBe(1)
  expect(await queue.gather()).toBe(0)
  await office.owner`update zones set timezone = 'Asia/Shanghai'`
  const mail = await queue.claim()
  expect(mail).toMatchObject({ kind: 'daily', told: 1, lines: [{ details: { name: '旧的' } }] })
})

test('a server that is down costs no try and loses nothing: it goes out when it is back', async () => {
  await address('officer', 'lin@example.cn', 'at_once')
  const gone = await smtp()
  await gone.close()
  const said: string[] = []
  const stop = startPost(gone.settings, line => said.push(line), 10)
  await tell(['officer'])
  await until(() => said.length > 0)
  // between two turns: while one is at it the mail is claimed
  await until(async () => (await rows())[0]?.tries === 0)
  expect(await rows()).toMatchObject([{ sent: false, given_up: false }])
  const back = await smtp(undefined, gone.port)
  await until(() => back.got.length === 1)
  await stop()
  await back.close()
  expect(said).toHaveLength(1)
  expect(await rows()).toMatchObject([{ tries: 1, sent: true }])
})

test('refused for a while it is tried again later, ten times at most; refused for good, no more', async () => {
  await address('officer', 'lin@example.cn', 'at_once')
  const busy = await smtp(() => Object.assign(new Error('try later'), { responseCode: 451 }))
  await tell(['officer'])
  await queue.gather()
  for (let round = 1; round <= 10; round++) {
    const mail = await queue.claim()
    if (!mail) throw new Error(`no mail in round ${round}`)
    const { how, error } = await sendMail(queue, mail, busy.settings)
    expect(how).toBe('again')
    await queue.settle(mail, how, error)
    expect(await queue.claim()).toBeNull()
    await office.owner`update mails set due_at = now() where given_up_at is null`
  }
  expect(await rows()).toMatchObject([
    { tries: 10, sent: false, given_up: true, error: expect.stringContaining('try later') },
  ])
  await busy.close()

  const never = await smtp(() => Object.assign(new Error('no such person'), { responseCode: 550 }))
  await tell(['officer'])
  await queue.gather()
  const mail = await queue.claim()
  expect(mail && (await sendMail(queue, mail, never.settings)).how).toBe('refused')
  await never.close()
})

test('killed before the last line it is sent again; killed after it, it may have arrived and is not', async () => {
  await address('officer', 'lin@example.cn', 'at_once')
  await tell(['officer'])
  await queue.gather()
  const first = await queue.claim()
  expect(await queue.claim()).toBeNull()
  // whoever held it was killed eleven minutes ago
  await office.owner`update mails set claimed_at = now() - interval '11 minutes'`
  const second = await queue.claim()
  if (!first || !second) throw new Error('no mail')
  // he was not killed, only slow: what he has begun is not ended, and what he says settles nothing
  const server = await smtp()
  expect((await sendMail(queue, first, server.settings)).how).not.toBe('sent')
  await queue.settle(first, 'away')
  expect(server.got).toHaveLength(0)
  expect((await sendMail(queue, second, server.settings)).how).toBe('sent')
  // killed here: sent, and nobody was told
  await office.owner`update mails set claimed_at = now() - interval '11 minutes'`
  expect(await queue.claim()).toBeNull()
  expect(server.got).toHaveLength(1)
  await server.close()
})

test('names and remarks that are made to look like headers stay where they are', async () => {
  await address('officer', 'lin@example.cn', 'at_once')
  const evil = '项目\r\nBcc: all@example.com\r\n\r\n<script>'
  await office.owner`update users set name = ${'林\r\nBcc: x@example.com'} where id = ${office.actors.officer.id}`
  await office.owner`insert into notifications (user_id, kind, noun, mail, details) values
    (${office.actors.officer.id}, 'mentioned', 'deal', 'at_once', ${office.owner.json({ name: evil, text: evil, path: '//evil.example/x' })})`
  const server = await smtp()
  const stop = startPost(server.settings, () => {}, 20)
  await until(() => server.got.length === 1)
  await stop()
  await server.close()
  const [mail] = server.got as [Got]
  const head = mail.raw.split('\r\n\r\n')[0] ?? ''
  expect(head).not.toMatch(/^bcc:/im)
  expect(mail.to).toEqual(['lin@example.cn'])
  expect(textOf(mail)).not.toContain('evil.example')
  await office.owner`update users set name = 'officer' where id = ${office.actors.officer.id}`
})

test('an account that was disabled meanwhile gets none, and what is days old is let go', async () => {
  await address('officer', 'lin@example.cn', 'at_once')
  await tell(['officer'])
  await queue.gather()
  await office.owner`update users set disabled_at = now() where id = ${office.actors.officer.id}`
  const mail = await queue.claim()
  const answer = mail && (await sendMail(queue, mail, settingsOf(1)))
  expect(answer).toEqual({ how: 'refused', error: 'no address' })
  await office.owner`update users set disabled_at = null`
  await tell(['officer'])
  await office.owner`update notifications set at = now() - interval '3 days', mail_id = null`
  expect(await queue.gather()).toBe(0)
})
