import NextAuth from 'next-auth'
import type {} from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import { cache } from 'react'
import { sessionActor } from '@/db/door/session'
import { checkPassword } from '@/db/door/sign-in'
import type { Actor } from '@/domain/policy/actor'

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

/* The only file that knows next-auth. The token carries who and which version; the rest is read at each request. */
const { handlers, auth, signIn, signOut } = NextAuth({
  trustHost: true,
  session: { strategy: 'jwt', maxAge: 12 * 60 * 60 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  logger: { error() {} },
  providers: [
    Credentials({
      credentials: { login: {}, password: {} },
      async authorize({ login, password }) {
        if (typeof login !== 'string' || typeof password !== 'string') return null
        const account = await checkPassword(login, password)
        return account && { id: String(account.id), sessionVersion: account.sessionVersion }
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
