import { cookies, headers } from 'next/headers'
import NextAuth, { CredentialsSignin } from 'next-auth'
import { decode, type JWT } from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import { cache } from 'react'
import { accountSession, type Session, sessionOf, sessionVersionOf } from '@/db/door/session'
import { type SignedIn, trySignIn } from '@/db/door/sign-in'
import type { Actor } from '@/domain/policy/actor'
import { env } from '@/env'
import { addressOf } from './address'
import { errandIn } from './errand'

declare module 'next-auth/jwt' {
  interface JWT {
    account?: number
    sessionVersion?: number
  }
}

declare module 'next-auth' {
  interface User {
    sessionVersion?: number
  }
}

/** Too many wrong tries: this one was not looked at. */
export class Locked extends CredentialsSignin {
  override code = 'locked'
  constructor(readonly seconds: number) {
    super()
  }
}

/* Sessions that the server itself gives, each taken in the same breath by its ticket: nobody can guess one. */
const tickets = new Map<string, SignedIn>()

const userOf = (account: SignedIn) => ({ id: String(account.id), sessionVersion: account.sessionVersion })

/* The only file that knows next-auth. The token carries who and which version; the rest is read at each request. */
const { handlers, signIn, signOut } = NextAuth({
  trustHost: true,
  session: { strategy: 'jwt', maxAge: 12 * 60 * 60 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  logger: { error() {} },
  providers: [
    Credentials({
      credentials: { login: {}, password: {} },
      async authorize({ login, password }, request) {
        if (typeof login !== 'string' || typeof password !== 'string') return null
        const answer = await trySignIn(login, password, addressOf(request.headers))
        if (answer.kind === 'locked') throw new Locked(answer.seconds)
        return answer.kind === 'done' ? userOf(answer.account) : null
      },
    }),
    Credentials({
      id: 'ticket',
      credentials: { ticket: {} },
      authorize({ ticket }) {
        const account = tickets.get(String(ticket))
        return account ? userOf(account) : null
      },
    }),
  ],
  callbacks: {
    jwt({ token, user }) {
      if (user) {
        token.account = Number(user.id)
        token.sessionVersion = user.sessionVersion
      }
      return token
    },
  },
})

export { handlers, signIn, signOut }

/** Null for nobody and for a session that has ended. Once a request. A job's errand comes for whoever started it. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const errand = errandIn(await headers())
  if (errand) return accountSession(errand.userId, null)
  const jar = await cookies()
  for (const name of COOKIES) {
    const value = jar.get(name)?.value
    const token = value ? await tokenIn(name, value) : null
    if (token?.account && token.sessionVersion) return sessionOf(token.account, token.sessionVersion)
  }
  return null
})

/* The session's cookie as next-auth names it, behind https and not. */
const COOKIES = ['__Secure-authjs.session-token', 'authjs.session-token']
const MOST_TOKENS = 500

/* Tokens that this process has read, oldest first: taking one apart costs more than all that follows at the door. Who
   the account is and whether it may come in is asked of the database at each request all the same. */
const tokens = new Map<string, JWT>()

/** What stands in the cookie; null when it is forged, of another secret, or past its time. auth() would also write it anew. */
async function tokenIn(salt: string, token: string): Promise<JWT | null> {
  const known = tokens.get(token) ?? (await taken(salt, token))
  if (!known?.exp || known.exp * 1000 < Date.now()) {
    tokens.delete(token)
    return null
  }
  if (!tokens.has(token) && tokens.size >= MOST_TOKENS) tokens.delete(tokens.keys().next().value as string)
  tokens.set(token, known)
  return known
}

async function taken(salt: string, token: string): Promise<JWT | null> {
  const secret = env().AUTH_SECRET
  return secret ? decode({ salt, token, secret }).catch(() => null) : null
}

/** Who is asking. */
export const currentActor = async (): Promise<Actor | null> => (await currentSession())?.actor ?? null

/**
 * A new session for this account in this browser: for whoever has just set up the office, and for whoever has changed
 * the own password, which ends all earlier sessions. In a server action only, after the write.
 */
export async function giveSession(userId: number): Promise<void> {
  const sessionVersion = await sessionVersionOf(userId)
  if (sessionVersion === null) return
  const ticket = crypto.randomUUID()
  tickets.set(ticket, { id: userId, sessionVersion })
  try {
    await signIn('ticket', { ticket, redirect: false })
  } finally {
    tickets.delete(ticket)
  }
}
