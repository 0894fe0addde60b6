import { createTranslator } from 'use-intl/core'
import type {
  NotificationDetails,
  NotificationKind,
  NotificationNoun,
} from '@/domain/notification/notification'
import { placeOf } from '@/domain/notification/place'
import { defaultLocale, type Locale } from '@/domain/user/user'
import { notificationValues } from './notification-line'
import { messagesIn } from './words'

type Line = {
  kind: NotificationKind
  noun: NotificationNoun
  details: NotificationDetails
  who: string | null
}
type Mail = {
  kind: 'at_once' | 'daily'
  name: string
  locale: Locale | null
  zone: string
  timezone: string
  /** How many in all; `lines` may be fewer. */
  told: number
  lines: readonly Line[]
}

/**
 * Subject and text of a mail in the reader's language, with the same sentences as on the page. `app`: where people reach
 * the app, for links; null: none. The subject is one line, whatever the names in it hold.
 */
export async function notificationMail(
  { kind, name, locale, zone, timezone, told, lines }: Mail,
  app: string | null,
): Promise<{ subject: string; text: string }> {
  const language = locale ?? defaultLocale
  const messages = await messagesIn(language)
  const t = createTranslator({ locale: language, messages, namespace: 'notification', timeZone: timezone })
  const say = (line: Line) => {
    const { key, values } = notificationValues(line, {
      who: line.who ?? t('system'),
      nothing: t('nothing'),
      day: date => dayIn(language, date),
    })
    return oneLine(t.markup(key, { ...values, r: record => record }))
  }
  const [only] = lines
  const about =
    kind === 'daily'
      ? t('mail.daily', { count: told })
      : told === 1 && only
        ? say(only)
        : t('mail.many', { count: told })
  const parts = lines.map(line => {
    const place = app && placeOf(line.noun, line.details)
    const note = line.details.text?.replace(/\s+/g, ' ')
    return [`· ${say(line)}`, note && `  ${note}`, place && `  ${app}${place}`].filter(Boolean).join('\n')
  })
  const rest = told - lines.length
  const text = [
    t('mail.hello', { name }),
    t(kind === 'daily' ? 'mail.saysDaily' : 'mail.says', { count: told }),
    ...parts,
    rest > 0 && t('mail.more', { count: rest }),
    app && t('mail.all', { url: `${app}/notifications` }),
    ['--', t('mail.foot', { zone }), app && t('mail.choose', { url: `${app}/settings#notifications` })]
      .filter(Boolean)
      .join('\n'),
  ]
  return { subject: oneLine(`[${zone}] ${about}`).slice(0, 200), text: text.filter(Boolean).join('\n\n') }
}

/** No line of a header ends where a name does. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

const dayIn = (locale: Locale, date: string) =>
  new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
  }).format(new Date(`${date}T00:00:00Z`))
