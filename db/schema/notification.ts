import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import {
  mailTimes,
  type NotificationDetails,
  notificationKinds,
  notificationNouns,
} from '@/domain/notification/notification'
import { oneOf } from './check'
import { identity, moment, ref } from './column'
import { mailPolicies, notificationPolicies, ownChoicePolicies } from './policy'
import { users } from './user'

/** The order in which people are told; one that comes back after its rest gets a new place. */
export const notificationPlaces = pgSequence('notification_places')

/** One told to one person. Written by the database function notify() alone, in the transaction of what it tells of. */
export const notifications = pgTable(
  'notifications',
  {
    id: identity(),
    place: bigint({ mode: 'number' }).notNull().default(sql`nextval('notification_places')`),
    userId: ref()
      .notNull()
      .references(() => users.id),
    kind: text({ enum: notificationKinds }).notNull(),
    /** Who did it; null: nobody, a day or an hour has come. */
    actorId: ref().references(() => users.id),
    noun: text({ enum: notificationNouns }).notNull(),
    recordId: ref(),
    details: jsonb().$type<NotificationDetails>().notNull().default(sql`'{}'::jsonb`),
    /** A chore that tells twice says the same key twice. */
    once: text(),
    /** False: chosen for e-mail alone. */
    inApp: boolean().notNull().default(true),
    /** As the person had chosen when it was told. */
    mail: text({ enum: mailTimes }).notNull().default('never'),
    /** The e-mail that took it along (table mails, which forgets sooner). */
    mailId: ref(),
    at: moment().notNull().default(sql`now()`),
    readAt: moment(),
    snoozedUntil: moment(),
  },
  t => [
    index('notifications_user').on(t.userId, t.place).where(sql`in_app`),
    index('notifications_kind').on(t.userId, t.kind, t.place).where(sql`in_app`),
    index('notifications_unread')
      .on(t.userId, t.place)
      .where(sql`in_app and read_at is null and snoozed_until is null`),
    index('notifications_snoozed').on(t.snoozedUntil).where(sql`snoozed_until is not null`),
    uniqueIndex('notifications_once').on(t.userId, t.once).where(sql`once is not null`),
    index('notifications_to_mail').on(t.mail, t.at).where(sql`mail <> 'never' and mail_id is null`),
    index('notifications_mail').on(t.mailId).where(sql`mail_id is not null`),
    index('notifications_actor').on(t.actorId),
    index('notifications_at').on(t.at),
    oneOf('notifications_kind_known', t.kind, notificationKinds),
    oneOf('notifications_noun_known', t.noun, notificationNouns),
    oneOf('notifications_mail_known', t.mail, mailTimes),
    ...notificationPolicies('notifications'),
  ],
)

/** What a person has chosen for a kind; without a row it is as usual. */
export const notificationChoices = pgTable(
  'notification_choices',
  {
    userId: ref()
      .notNull()
      .references(() => users.id),
    kind: text({ enum: notificationKinds }).notNull(),
    app: boolean().notNull(),
    mail: text({ enum: mailTimes }).notNull(),
  },
  t => [
    primaryKey({ columns: [t.userId, t.kind] }),
    oneOf('notification_choices_kind_known', t.kind, notificationKinds),
    oneOf('notification_choices_mail_known', t.mail, mailTimes),
    ...ownChoicePolicies('notification_choices'),
  ],
)

/**
 * E-mails to send, by housekeeping alone. `claimedAt`: somebody is at it, or was when he was killed; `handedAt`: the last
 * line is on its way, from here on it may have arrived, so it is never sent again.
 */
export const mails = pgTable(
  'mails',
  {
    id: identity(),
    userId: ref()
      .notNull()
      .references(() => users.id),
    kind: text({ enum: mailTimes }).notNull(),
    createdAt: moment().notNull().default(sql`now()`),
    dueAt: moment().notNull().default(sql`now()`),
    tries: integer().notNull().default(0),
    claimedAt: moment(),
    handedAt: moment(),
    sentAt: moment(),
    givenUpAt: moment(),
    error: text(),
  },
  t => [
    index('mails_due').on(t.dueAt, t.id).where(sql`sent_at is null and given_up_at is null`),
    index('mails_user').on(t.userId),
    index('mails_created').on(t.createdAt),
    oneOf('mails_kind_known', t.kind, mailTimes),
    ...mailPolicies('mails'),
  ],
)
