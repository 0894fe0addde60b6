import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  inet,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { locales, roles, themes } from '@/domain/user/user'
import { oneOf } from './check'
import { day, identity, moment, names, ref } from './column'
import { desks } from './desk'
import { settingPolicies, signInPolicies, userPolicies } from './policy'

export const users = pgTable(
  'users',
  {
    id: identity(),
    login: text().notNull(),
    name: text().notNull(),
    names: names(),
    role: text({ enum: roles }).notNull(),
    locale: text({ enum: locales }),
    theme: text({ enum: themes }).notNull().default('system'),
    /** Chosen columns and page sizes per list, and single keys: { deals: { columns: [...], size: 50 }, keys: 'off' }. */
    preferences: jsonb().$type<Record<string, unknown>>().notNull().default(sql`'{}'::jsonb`),
    hiredOn: day(),
    /** Where notifications go as e-mail, if the person wants them so. */
    email: text(),
    passwordHash: text().notNull(),
    mustChangePassword: boolean().notNull().default(false),
    /** Raised when the account, its role, its desks or its password change: older sessions end at once. */
    sessionVersion: integer().notNull().default(1),
    version: integer().notNull().default(1),
    disabledAt: moment(),
    createdAt: moment().notNull().default(sql`now()`),
    updatedAt: moment().notNull().default(sql`now()`),
  },
  t => [
    uniqueIndex('users_login').on(sql`lower(${t.login})`),
    oneOf('users_role_known', t.role, roles),
    oneOf('users_locale_known', t.locale, locales),
    oneOf('users_theme_known', t.theme, themes),
    ...userPolicies(),
  ],
)

export const deskMembers = pgTable(
  'desk_members',
  {
    userId: ref()
      .notNull()
      .references(() => users.id),
    deskId: ref()
      .notNull()
      .references(() => desks.id),
    head: boolean().notNull().default(false),
  },
  t => [
    primaryKey({ columns: [t.userId, t.deskId] }),
    index('desk_members_desk').on(t.deskId),
    ...settingPolicies('desk_members', 'user'),
  ],
)

/** Each try to sign in, with its outcome; lock-out counts the failed ones. */
export const signIns = pgTable(
  'sign_ins',
  {
    id: identity(),
    login: text().notNull(),
    userId: ref().references(() => users.id),
    address: inet().notNull(),
    outcome: text({ enum: ['done', 'wrong', 'locked', 'disabled'] }).notNull(),
    at: moment().notNull().default(sql`now()`),
  },
  t => [
    index('sign_ins_login').on(t.login, t.at),
    index('sign_ins_address').on(t.address, t.at),
    index('sign_ins_user').on(t.userId),
    index('sign_ins_at').on(t.at),
    ...signInPolicies('sign_ins'),
  ],
)
