import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { holds } from './check'
import { identity, moment, names, ref } from './column'
import { settingPolicies } from './policy'

export const desks = pgTable(
  'desks',
  {
    id: identity(),
    key: text().notNull().unique(),
    name: text().notNull(),
    names: names(),
    position: integer().notNull(),
    /** 0 to 7: which of the eight quiet colours follows the desk everywhere. */
    colour: integer().notNull(),
    active: boolean().notNull().default(true),
    version: integer().notNull().default(1),
    updatedAt: moment().notNull().default(sql`now()`),
  },
  t => [holds('desks_colour_known', sql`${t.colour} between 0 and 7`), ...settingPolicies('desks', 'desk')],
)

/** The zone's own key industries, each mapped to a section (A to T) of GB/T 4754. */
export const industries = pgTable(
  'industries',
  {
    id: identity(),
    name: text().notNull(),
    names: names(),
    section: text().notNull(),
    position: integer().notNull(),
    active: boolean().notNull().default(true),
    version: integer().notNull().default(1),
    updatedAt: moment().notNull().default(sql`now()`),
  },
  t => [
    uniqueIndex('industries_name').on(t.name),
    holds('industries_section_known', sql`${t.section} between 'A' and 'T' and length(${t.section}) = 1`),
    ...settingPolicies('industries', 'industry'),
  ],
)

/** Ordered rules: the first whose countries and industry fit names the desk. An empty list of countries fits all. */
export const deskRoutes = pgTable(
  'desk_routes',
  {
    id: identity(),
    position: integer().notNull(),
    countries: text().array().notNull().default(sql`'{}'::text[]`),
    industryId: ref().references(() => industries.id),
    deskId: ref()
      .notNull()
      .references(() => desks.id),
    version: integer().notNull().default(1),
    updatedAt: moment().notNull().default(sql`now()`),
  },
  t => [
    index('desk_routes_industry').on(t.industryId),
    index('desk_routes_desk').on(t.deskId),
    ...settingPolicies('desk_routes', 'route'),
  ],
)
