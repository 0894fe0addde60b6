import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Secrets {
  /** Signs the session cookies: who knows it can sign in as anybody. */
  AUTH_SECRET: string
  /** Encrypts what a server action carries through the browser; every process of one app needs the same. */
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: string
}

/** Those of the environment, else those that this data folder keeps (0600), made once. */
export function secretsFor(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json')
  if (!existsSync(file)) create(file, dataDir)
  const stored = JSON.parse(readFileSync(file, 'utf8')) as Secrets
  return {
    AUTH_SECRET: process.env.AUTH_SECRET || stored.AUTH_SECRET,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY:
      process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || stored.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
  }
}

/** By a link to a finished file: of two who start together one wins, and both read the same. */
function create(file: string, dataDir: string) {
  mkdirSync(dataDir, { recursive: true })
  const draft = `${file}.${process.pid}`
  const secret = () => randomBytes(32).toString('base64')
  const secrets: Secrets = { AUTH_SECRET: secret(), NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secret() }
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
}
