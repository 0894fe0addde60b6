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
  /** S3-compatible storage for files, `https://s3.example.cn`. Unset: the folder `files` in ZHAOSHANG_DATA. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'a bucket name')
    .optional(),
  S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** The largest file that is taken, in MB. */
  FILE_LIMIT_MB: z.coerce.number().int().min(1).max(1024).default(50),
  /** Signs the session cookies; bin/secrets.ts makes one where none is set. Without it nobody is signed in. */
  AUTH_SECRET: z.string().min(1).optional(),
  /** Under which this very process answers, for what its jobs ask of its pages; bin/next.ts says it. */
  ZHAOSHANG_SELF: z.url({ protocol: /^http$/ }).optional(),
  PORT: z.string().optional(),
  /** A demonstration: a banner on each page, accounts on the sign-in page. */
  ZHAOSHANG_DEMO: flag,
})

export type Env = z.infer<typeof schema>

/** The settings that the app reads, parsed when first needed: a build knows none of them. */
export function env(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  return schema.parse(given)
}

/** Where this process answers its own jobs: `http://localhost:3000`. */
export const ownAddress = ({ ZHAOSHANG_SELF, PORT } = env()): string =>
  (ZHAOSHANG_SELF ?? `http://localhost:${PORT || 3000}`).replace(/\/$/, '')

export type MailSettings = { smtp: string; from: string; app: string | null }

/** How e-mail goes out; null where no mail server or no sender is named: the doctor tells which. */
export function mailSettings({ SMTP_URL, MAIL_FROM, APP_URL } = env()): MailSettings | null {
  if (!SMTP_URL || !MAIL_FROM) return null
  return { smtp: SMTP_URL, from: MAIL_FROM, app: APP_URL ? new URL(APP_URL).origin : null }
}

export type BucketSettings = {
  endpoint: string
  bucket: string
  region: string
  keyId: string
  secret: string
}

/** Where files are kept: a bucket, or null for the folder beside the database. Throws when half of a bucket is named. */
export function bucketSettings(given = env()): BucketSettings | null {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = given
  const needed = { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY }
  const lacking = Object.entries(needed).filter(([, value]) => !value)
  if (lacking.length === Object.keys(needed).length) return null
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY)
    throw new Error(`a bucket for files needs also ${lacking.map(([name]) => name).join(', ')}`)
  const endpoint = S3_ENDPOINT.replace(/\/+$/, '')
  return {
    endpoint,
    bucket: S3_BUCKET,
    region: S3_REGION,
    keyId: S3_ACCESS_KEY_ID,
    secret: S3_SECRET_ACCESS_KEY,
  }
}
