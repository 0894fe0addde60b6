import { z } from 'zod'

const flag = z
  .enum(['0', '1', 'false', 'true', ''])
  .default('')
  .transform(value => value === '1' || value === 'true')

const schema = z.object({
  /** Any PostgreSQL 15 or newer. Unset: the app's own, in ZHAOSHANG_DATA. */
  DATABASE_URL: z.string().min(1).optional(),
  /** The folder of the embedded database and of what the app remembers beside it. */
  ZHAOSHANG_DATA: z.string().min(1).default('.data/main'),
  /** The database's name inside the embedded server; tests give each worker its own. */
  ZHAOSHANG_DATABASE: z.string().min(1).optional(),
  /** Where e-mail is handed over, `smtps://user:password@host:465`. Unset: no e-mail. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s]+$/, 'smtp://host:port or smtps://user:password@host:port')
    .optional(),
  /** From whom it comes: `招商局 <crm@example.cn>` or the bare address. */
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]{0,200}$/)
    .optional(),
  /** Where people reach the app, for the links in e-mails: `https://crm.example.cn`. */
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Signs the session cookies; bin/secrets.ts makes one where none is set. Without it nobody is signed in. */
  AUTH_SECRET: z.string().min(1).optional(),
  /** A demonstration: a banner on each page, accounts on the sign-in page. */
  ZHAOSHANG_DEMO: flag,
})

export type Env = z.infer<typeof schema>

/** The settings that the app reads, parsed when first needed: a build knows none of them. */
export function env(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  return schema.parse(given)
}

export type MailSettings = { smtp: string; from: string; app: string | null }

/** How e-mail goes out; null where no mail server or no sender is named: the doctor tells which. */
export function mailSettings({ SMTP_URL, MAIL_FROM, APP_URL } = env()): MailSettings | null {
  if (!SMTP_URL || !MAIL_FROM) return null
  return { smtp: SMTP_URL, from: MAIL_FROM, app: APP_URL ? new URL(APP_URL).origin : null }
}
