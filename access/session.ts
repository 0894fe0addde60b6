import NextAuth, { CredentialsSignin } from 'next-auth'
import type {} from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import { cache } from 'react'
import { sessionActor, sessionVersionOf } from '@/db/door/session'
import { type SignedIn, trySignIn } from '@/db/door/sign-in'
import type { Actor } from '@/domain/policy/actor'
import { addressOf } from './address'

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
  interface Session {
    account?: number
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
const { handlers, auth, signIn, signOut } = NextAuth({
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
    session({ session, token }) {
      session.account = token.account
      session.sessionVersion = token.sessionVersion
      return session
    },
  },
})

export { handlers, signIn, signOut }

/** Who is asking; null for nobody and for a session that has ended. Once a request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = await auth()
  if (!session?.account || !session.sessionVersion) return null
  return sessionActor(session.account, session.sessionVersion)
})

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
