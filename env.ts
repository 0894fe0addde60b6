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
  /** A demonstration: a banner on each page, accounts on the sign-in page. */
  ZHAOSHANG_DEMO: flag,
})

export type Env = z.infer<typeof schema>

/** The settings that the app reads, parsed when first needed: a build knows none of them. */
export function env(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  return schema.parse(given)
}
