import type { Readable } from 'node:stream'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'

/**
 * Hands a whole message to the server that `url` names (smtps://user:password@host:465); rejects with what it answered.
 * The message is not read before the server has taken sender and recipient: what a reader does at its end happens then.
 */
export function handOver(
  url: string,
  envelope: { from: string; to: string[] },
  message: Readable,
): Promise<void> {
  const { auth, ...options } = parseConnectionUrl(url)
  const connection = new SMTPConnection({
    ...options,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  })
  return new Promise<void>((resolve, reject) => {
    const end = (error?: Error | null) => {
      // before it is closed, which ends it with an error of its own
      if (error) reject(error)
      else resolve()
      message.destroy()
      connection.close()
    }
    const send = () => connection.send(envelope, message, error => (error ? end(error) : end()))
    connection.once('error', end)
    connection.once('end', () => end(new Error('the server has ended the connection')))
    connection.connect(error => {
      if (error) end(error)
      else if (auth && 'pass' in auth && offersSignIn(connection))
        connection.login({ user: auth.user ?? '', pass: auth.pass ?? '' }, failed =>
          failed ? end(failed) : send(),
        )
      else send()
    })
  })
}

/* The library's types leave it out. */
const offersSignIn = (connection: SMTPConnection) =>
  (connection as { allowsAuth?: boolean }).allowsAuth === true
