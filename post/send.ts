import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { ClaimedMail, MailQueue, Settled } from '@/db/post/queue'
import type { MailSettings } from '@/env'
import { notificationMail } from '@/i18n/notification-mail'
import { handOver } from './smtp'

export type Answer = { how: Settled; error: string | null }

/** The mail was given up before its last line went out: somebody else holds it by now. */
class Lapsed extends Error {}

/**
 * Hands one mail to the server. Its last line goes out only once the database knows that it does: whatever is killed
 * before, the server has no mail and it is sent again; after it, the mail may have arrived and is not.
 */
export async function sendMail(queue: MailQueue, mail: ClaimedMail, settings: MailSettings): Promise<Answer> {
  if (!mail.email) return { how: 'refused', error: 'no address' }
  const from = senderOf(settings.from)
  const { subject, text } = await notificationMail(mail, settings.app)
  const message = new MailComposer({
    from: settings.from,
    to: { name: mail.name.replace(/\p{Cc}/gu, ' '), address: mail.email },
    subject,
    text,
    messageId: messageId(mail, from),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const body = await message.compile().build()
  let handed = false
  const raw = Readable.from(
    (async function* () {
      yield body
      if (!(await queue.hand(mail))) throw new Lapsed('the claim has lapsed')
      handed = true
    })(),
  )
  try {
    await handOver(settings.smtp, { from, to: [mail.email] }, raw)
    return { how: 'sent', error: null }
  } catch (error) {
    return { how: endOf(error as SmtpError, handed), error: String((error as Error).message) }
  }
}

type SmtpError = Error & { code?: string; responseCode?: number }

/** What an error of the server, or on the way to it, means for the mail. */
function endOf({ code, responseCode }: SmtpError, handed: boolean): Settled {
  // signing in, or before a recipient was named: the same for every mail
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'ETLS') return 'away'
  if (responseCode && (code === 'EENVELOPE' || code === 'EMESSAGE'))
    return responseCode >= 500 ? 'refused' : 'again'
  if (responseCode && handed) return responseCode >= 500 ? 'refused' : 'again'
  return handed ? 'unsure' : 'away'
}

/** The bare address of `招商局 <crm@example.cn>`. */
const senderOf = (from: string) => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim()

/** The same at every try, so that a server that gets it twice after all can tell. */
function messageId({ id, made, email }: ClaimedMail, from: string): string {
  const hash = createHash('sha256').update(`${id} ${made} ${email}`).digest('hex').slice(0, 24)
  return `<${hash}@${from.split('@').at(-1)}>`
}
