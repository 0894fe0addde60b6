import { sql } from 'drizzle-orm'
import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { likenesses, lookAlikeNouns, rulings } from '@/domain/duplicate/look-alike'
import { holds, oneOf } from './check'
import { identity, moment, ref } from './column'
import { desks } from './desk'
import { ownPolicies, rulingPolicies } from './policy'
import { users } from './user'

/**
 * Two records that looked the same, and what a person said of them: the one that was typed (`recordId`; null where it was
 * not saved) and the one on file. Without a verdict it is asked of the other's officer, and open.
 */
export const duplicateRulings = pgTable(
  'duplicate_rulings',
  {
    id: identity(),
    noun: text({ enum: lookAlikeNouns }).notNull(),
    recordId: ref(),
    /** What was typed: the name by which the case is read later. */
    typed: text().notNull(),
    otherNoun: text({ enum: lookAlikeNouns }).notNull(),
    otherId: ref().notNull(),
    otherName: text().notNull(),
    otherDeskId: ref().references(() => desks.id),
    how: text({ enum: likenesses }).notNull(),
    verdict: text({ enum: rulings }),
    reason: text(),
    askedAt: moment().notNull().default(sql`now()`),
    askedBy: ref()
      .notNull()
      .references(() => users.id),
    ruledAt: moment(),
    ruledBy: ref().references(() => users.id),
  },
  t => [
    index('duplicate_rulings_pair').on(t.noun, t.recordId, t.otherNoun, t.otherId),
    index('duplicate_rulings_other').on(t.otherNoun, t.otherId),
    index('duplicate_rulings_by_time').on(t.askedAt, t.id),
    index('duplicate_rulings_desk').on(t.otherDeskId),
    index('duplicate_rulings_asked_by').on(t.askedBy),
    index('duplicate_rulings_ruled_by').on(t.ruledBy),
    // one click asks once
    uniqueIndex('duplicate_rulings_open').on(t.askedBy, t.otherNoun, t.otherId).where(sql`verdict is null`),
    oneOf('duplicate_rulings_noun_known', t.noun, lookAlikeNouns),
    oneOf('duplicate_rulings_other_noun_known', t.otherNoun, lookAlikeNouns),
    oneOf('duplicate_rulings_how_known', t.how, likenesses),
    oneOf('duplicate_rulings_verdict_known', t.verdict, rulings),
    holds(
      'duplicate_rulings_ruled',
      sql`(${t.verdict} is null) = (${t.ruledAt} is null) and (${t.verdict} is null) = (${t.ruledBy} is null)`,
    ),
    ...rulingPolicies('duplicate_rulings'),
  ],
)

/** Each question that a person put while typing, and each record beyond his sight that one of them met. */
export const duplicateProbes = pgTable(
  'duplicate_probes',
  {
    token: uuid().primaryKey().defaultRandom(),
    userId: ref()
      .notNull()
      .references(() => users.id),
    at: moment().notNull().default(sql`now()`),
    noun: text({ enum: lookAlikeNouns }),
    recordId: ref(),
    how: text({ enum: likenesses }),
    typed: text(),
    name: text(),
    deskId: ref().references(() => desks.id),
    officerId: ref(),
  },
  t => [
    index('duplicate_probes_user').on(t.userId, t.at),
    index('duplicate_probes_desk').on(t.deskId),
    index('duplicate_probes_at').on(t.at),
    ...ownPolicies('duplicate_probes'),
  ],
)
