import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { viewLists, viewScopes } from '@/domain/view/view'
import { holds, oneOf } from './check'
import { identity, moment, ref } from './column'
import { desks } from './desk'
import { viewPolicies } from './policy'
import { users } from './user'

/** Kept addresses of lists: one's own, a desk's, the bureau's. */
export const views = pgTable(
  'views',
  {
    id: identity(),
    list: text({ enum: viewLists }).notNull(),
    name: text().notNull(),
    search: text().notNull(),
    scope: text({ enum: viewScopes }).notNull(),
    deskId: ref().references(() => desks.id),
    /** Whose it is, or who keeps it for the others. */
    userId: ref()
      .notNull()
      .references(() => users.id),
    version: integer().notNull().default(1),
    createdAt: moment().notNull().default(sql`now()`),
    updatedAt: moment().notNull().default(sql`now()`),
  },
  t => [
    index('views_user').on(t.userId, t.list),
    index('views_desk').on(t.deskId, t.list),
    index('views_list').on(t.list, t.id),
    oneOf('views_list_known', t.list, viewLists),
    oneOf('views_scope_known', t.scope, viewScopes),
    holds('views_desk_of_desk', sql`(${t.scope} = 'desk') = (${t.deskId} is not null)`),
    ...viewPolicies('views'),
  ],
)
