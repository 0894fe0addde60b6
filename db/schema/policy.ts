import { type SQL, sql } from 'drizzle-orm'
import { pgPolicy, pgRole } from 'drizzle-orm/pg-core'

/** Made by the first migration; every pooled connection starts as `sees_none`, which has no grants. */
export const seesAll = pgRole('sees_all').existing()
export const seesDesk = pgRole('sees_desk').existing()
export const signIn = pgRole('sign_in').existing()
/** The system's own chores (db/housekeeping). */
export const housekeeping = pgRole('housekeeping').existing()
const both = [seesAll, seesDesk]

/* The viewer_… functions read the settings of `as()`; a subselect makes them one value a query, not one a row. */
const me = sql`(select viewer_id())`
/* Oneself, and those for whom one stands in. */
const mine = sql`(select viewer_people())::bigint[]`
const seesDesks = sql`(select viewer_desks())::bigint[]`
const writes = sql`(select viewer_writes())`
const writesDesks = sql`(select viewer_writes_desks())::bigint[]`
const verb = sql`(select viewer_verb())`

const caseSeen = sql`desk_id = any(${seesDesks}) or team_ids && ${mine} or reader_ids @> array[${me}]`
const caseWritten = sql`case ${writes} when 'all' then true when 'desk' then desk_id = any(${writesDesks}) or team_ids && ${mine} when 'own' then team_ids && ${mine} else false end`

function pair(table: string, read: SQL, readDesk: SQL, write: SQL) {
  return [
    pgPolicy(`${table}_see_all`, { for: 'select', to: [seesAll], using: read }),
    pgPolicy(`${table}_see_desk`, { for: 'select', to: [seesDesk], using: readDesk }),
    pgPolicy(`${table}_insert`, { for: 'insert', to: both, withCheck: write }),
    pgPolicy(`${table}_update`, { for: 'update', to: both, using: write, withCheck: write }),
  ]
}

/** A table that carries desk_id, team_ids and reader_ids itself: leads, deals, and what is listed by itself. */
export const casePolicies = (table: string) => pair(table, sql`true`, caseSeen, caseWritten)

/**
 * Tasks: on a lead or deal as that one is, and by whoever gave or got it; by itself, or on what all staff read, by those
 * two and the heads of who got it. A new one asks for a lead or deal that one writes.
 */
export const taskPolicies = (table: string) => {
  const onCase = sql`(lead_id is not null or deal_id is not null)`
  const director = sql`(select viewer_role()) = 'director'`
  const of = (parent: string, key: string) =>
    sql`(${sql.raw(key)} is null or exists (select 1 from ${sql.raw(parent)} p where p.id = ${sql.raw(key)} and case ${writes} when 'all' then true when 'desk' then p.desk_id = any(${writesDesks}) or p.team_ids && ${mine} else false end))`
  return [
    pgPolicy(`${table}_see_all`, {
      for: 'select',
      to: [seesAll],
      using: sql`${onCase} or ${director} or team_ids && ${mine}`,
    }),
    pgPolicy(`${table}_see_desk`, { for: 'select', to: [seesDesk], using: caseSeen }),
    pgPolicy(`${table}_insert`, {
      for: 'insert',
      to: both,
      withCheck: sql`(${caseWritten}) and ${of('leads', 'lead_id')} and ${of('deals', 'deal_id')}`,
    }),
    pgPolicy(`${table}_update`, { for: 'update', to: both, using: caseWritten, withCheck: caseWritten }),
  ]
}

/** A table whose rows are reached through their parent only: seen and written as the parent is. */
export const childPolicies = (table: string, parent: string, key: string) =>
  pair(table, sql`true`, ofParent(parent, key, sql`true`), ofParent(parent, key, parentWritten))

const parentWritten = sql`case ${writes} when 'all' then true when 'desk' then p.desk_id = any(${writesDesks}) or p.team_ids && ${mine} when 'own' then p.team_ids && ${mine} else false end`

const ofParent = (parent: string, key: string, condition: SQL) =>
  sql`exists (select 1 from ${sql.raw(parent)} p where p.id = ${sql.raw(key)} and (${condition}))`

/** What all staff read and edit: companies, contacts. With reach `own`: the rows that one created. */
export const sharedPolicies = (table: string) =>
  pair(
    table,
    sql`true`,
    sql`true`,
    sql`case ${writes} when 'all' then true when 'desk' then true when 'own' then created_by = ${me} else false end`,
  )

/** Tags of a lead or deal: seen as it is, put on and taken off by whoever may write it. */
export const caseTagPolicies = (table: string, parent: string, key: string) => [
  ...childPolicies(table, parent, key),
  pgPolicy(`${table}_delete`, { for: 'delete', to: both, using: ofParent(parent, key, parentWritten) }),
]

/** Tags of what all staff read and edit. */
export function sharedTagPolicies(table: string) {
  const written = sql`${writes} in ('all', 'desk')`
  return [
    ...pair(table, sql`true`, sql`true`, written),
    pgPolicy(`${table}_delete`, { for: 'delete', to: both, using: written }),
  ]
}

/** Kept views: one's own, those of one's desks, the bureau's. Shared ones are written by whoever heads the place. */
export function viewPolicies(table: string) {
  const own = sql`scope = 'mine' and user_id = ${me}`
  const written = sql`${verb} like 'view.%' and case ${writes} when 'all' then scope <> 'mine' or user_id = ${me} when 'desk' then (${own}) or (scope = 'desk' and desk_id = any(${writesDesks})) when 'own' then ${own} else false end`
  return [
    ...pair(
      table,
      sql`scope <> 'mine' or user_id = ${me}`,
      sql`scope = 'bureau' or (${own}) or desk_id = any(${seesDesks})`,
      written,
    ),
    pgPolicy(`${table}_delete`, { for: 'delete', to: both, using: written }),
  ]
}

/** Events: read by all, written by the desks that hold them. */
export const eventPolicies = (table: string) =>
  pair(
    table,
    sql`true`,
    sql`true`,
    sql`case ${writes} when 'all' then true when 'desk' then desk_ids && ${writesDesks} else false end`,
  )

/**
 * Files: seen and written as their record is. A business card shows what is masked elsewhere: it is for whoever brought it,
 * for whom details are shown, and on a lead or deal also for whom they are shown where he sees the record.
 */
export const attachmentPolicies = (table: string) => {
  const col = (name: string) => sql.raw(`${table}.${name}`)
  const on = (parent: string, key: string, condition: SQL) =>
    sql`when ${col(key)} is not null then exists (select 1 from ${sql.raw(parent)} p where p.id = ${col(key)} and (${condition}))`
  const details = sql`(select viewer_details())`
  const shown = sql`kind <> 'business_card' or created_by = ${me} or ${details} = 'shown' or (${details} = 'linked' and num_nonnulls(lead_id, deal_id) = 1)`
  const seen = sql`(${shown}) and case ${on('leads', 'lead_id', sql`true`)} ${on('deals', 'deal_id', sql`true`)} else true end`
  const own = sql`${col('created_by')} = ${me}`
  const byEvent = sql`case ${writes} when 'all' then true when 'desk' then p.desk_ids && ${writesDesks} when 'own' then ${own} else false end`
  const byCompany = sql`case ${writes} when 'all' then true when 'desk' then true when 'own' then ${own} else false end`
  const written = sql`${verb} like 'attachment.%' and case ${on('leads', 'lead_id', parentWritten)} ${on('deals', 'deal_id', parentWritten)} ${on('events', 'event_id', byEvent)} else ${byCompany} end`
  return pair(table, shown, seen, written)
}

/** Phones, e-mail, WeChat: nobody for whom they are masked gets a row. */
export const detailPolicies = (table: string) => {
  const seen = sql`case (select viewer_details()) when 'shown' then true when 'linked' then exists (select 1 from leads l where l.contact_id = ${sql.raw(table)}.contact_id) or exists (select 1 from deals d where d.contact_id = ${sql.raw(table)}.contact_id) else false end`
  return pair(table, seen, seen, sql`${writes} in ('all', 'desk', 'own')`)
}

/** What everybody reads and only the verbs of one noun write: desks, routes, rates, … */
export const settingPolicies = (table: string, noun: string) => {
  const written = sql`${writes} = 'all' and ${verb} like ${sql.raw(`'${noun}.%'`)}`
  return [
    ...pair(table, sql`true`, sql`true`, written),
    pgPolicy(`${table}_delete`, { for: 'delete', to: both, using: written }),
  ]
}

/** Accounts: names are read by all; written by the admin's verbs, and by oneself for one's own settings. */
export const userPolicies = () => [
  ...pair(
    'users',
    sql`true`,
    sql`true`,
    sql`(${writes} = 'all' and ${verb} like 'user.%') or (${verb} = 'own.edit' and id = ${me})`,
  ),
  pgPolicy('users_sign_in', { for: 'select', to: [signIn], using: sql`true` }),
]

/** Offers to another desk: seen with the record, and by the heads of the desk that receives it; settled by settle_hand_over() alone. */
export const handOverPolicies = (table: string) => {
  const of = (condition: SQL) =>
    sql`(${ofParent('leads', 'lead_id', condition)} or ${ofParent('deals', 'deal_id', condition)})`
  const offered = sql`((select viewer_role()) = 'manager' and to_desk_id = any(${writesDesks}))`
  return [
    pgPolicy(`${table}_see_all`, { for: 'select', to: [seesAll], using: sql`true` }),
    pgPolicy(`${table}_see_desk`, {
      for: 'select',
      to: [seesDesk],
      using: sql`${offered} or ${of(sql`true`)}`,
    }),
    pgPolicy(`${table}_insert`, {
      for: 'insert',
      to: both,
      withCheck: sql`proposed_by = ${me} and ${of(parentWritten)}`,
    }),
  ]
}

/** Who stands in for whom: read by the desk of the absent, and by the two; made by him, his head or the director. */
export const coverPolicies = (table: string) => {
  const onDesks = (desks: SQL) =>
    sql`exists (select 1 from desk_members m where m.user_id = absent_id and m.desk_id = any(${desks}))`
  const written = sql`${verb} like 'cover.%' and case ${writes} when 'all' then true when 'desk' then absent_id = ${me} or ${onDesks(writesDesks)} when 'own' then absent_id = ${me} else false end`
  return [
    ...pair(
      table,
      sql`true`,
      sql`absent_id = ${me} or colleague_id = ${me} or ${onDesks(seesDesks)}`,
      written,
    ),
    pgPolicy(`${table}_door`, { for: 'select', to: [signIn], using: sql`ended_at is null` }),
  ]
}

type Command = 'select' | 'insert' | 'update' | 'delete'

/** What housekeeping may do with a table of its own, or with the rows of another that `which` lets through. */
export const housekeepingPolicies = (table: string, commands: readonly Command[], which: SQL = sql`true`) =>
  commands.map(command =>
    pgPolicy(`${table}_housekeeping_${command}`, {
      for: command,
      to: [housekeeping],
      ...(command !== 'insert' && { using: which }),
      ...((command === 'insert' || command === 'update') && { withCheck: which }),
    }),
  )

/** What came of the chores: for the administrator to read. */
export const chorePolicies = (table: string) => [
  pgPolicy(`${table}_see_all`, {
    for: 'select',
    to: [seesAll],
    using: sql`(select viewer_role()) = 'admin'`,
  }),
  ...housekeepingPolicies(table, ['select', 'insert', 'update']),
]

/** Totals per desk: of one's own desks, or of all. Kept by triggers, folded by housekeeping. */
export const counterPolicies = (table: string, commands: readonly Command[]) => [
  pgPolicy(`${table}_see_all`, { for: 'select', to: [seesAll], using: sql`true` }),
  pgPolicy(`${table}_see_desk`, { for: 'select', to: [seesDesk], using: sql`desk_id = any(${seesDesks})` }),
  ...housekeepingPolicies(table, commands),
]

/** What is kept of a desk by the database itself: read by the desk, or by whoever sees all; written by nobody. */
export const deskPolicies = (table: string) => [
  pgPolicy(`${table}_see_all`, { for: 'select', to: [seesAll], using: sql`true` }),
  pgPolicy(`${table}_see_desk`, { for: 'select', to: [seesDesk], using: sql`desk_id = any(${seesDesks})` }),
]

/** A form's answer is for the one who sent it, and purged when nobody can send it again. */
export const ownPolicies = (table: string) => [
  ...pair(table, sql`user_id = ${me}`, sql`user_id = ${me}`, sql`user_id = ${me}`),
  ...housekeepingPolicies(table, ['select', 'delete'], sql`at < now() - interval '7 days'`),
]

/** What one is told: nobody else sees it, not the administrator either. Inserted by notify() alone; the old ones are purged. */
export const notificationPolicies = (table: string) => {
  const own = sql`user_id = ${me}`
  const marked = sql`user_id = ${me} and ${verb} = 'notification.mark'`
  return [
    pgPolicy(`${table}_see_all`, { for: 'select', to: [seesAll], using: own }),
    pgPolicy(`${table}_see_desk`, { for: 'select', to: [seesDesk], using: own }),
    pgPolicy(`${table}_update`, { for: 'update', to: both, using: marked, withCheck: marked }),
    ...housekeepingPolicies(table, ['select', 'delete'], spentNotification),
  ]
}

/** Read long ago, or so old that nobody will read it any more. */
const spentNotification = sql`at < now() - interval '365 days' or (read_at is not null and at < now() - interval '90 days')`

/** E-mails: no screen reads them; what is on its way is in functions (db/sql/91_mail.sql), the old ones are purged. */
export const mailPolicies = (table: string) => housekeepingPolicies(table, ['select', 'delete'])

/** One's own choices, under the verb for one's own settings. */
export const ownChoicePolicies = (table: string) => {
  const own = sql`user_id = ${me}`
  return pair(table, own, own, sql`user_id = ${me} and ${verb} = 'own.edit'`)
}

/**
 * A ruling on two records: for whoever asked, and for those who see the one on file. Ruled afterwards by those who write
 * that one.
 */
export const rulingPolicies = (table: string) => {
  const of = (condition: SQL) =>
    sql`case other_noun
      when 'lead' then exists (select 1 from leads p where p.id = other_id and (${condition}))
      when 'deal' then exists (select 1 from deals p where p.id = other_id and (${condition}))
      else true end`
  const seen = sql`asked_by = ${me} or ${of(sql`true`)}`
  const written = sql`case ${writes} when 'all' then true when 'desk' then p.desk_id = any(${writesDesks}) or p.team_ids @> array[${me}] when 'own' then p.team_ids @> array[${me}] else false end`
  return [
    pgPolicy(`${table}_see_all`, { for: 'select', to: [seesAll], using: sql`true` }),
    pgPolicy(`${table}_see_desk`, { for: 'select', to: [seesDesk], using: seen }),
    pgPolicy(`${table}_insert`, {
      for: 'insert',
      to: both,
      withCheck: sql`asked_by = ${me} and ${writes} <> 'none'`,
    }),
    pgPolicy(`${table}_update`, {
      for: 'update',
      to: both,
      using: sql`${verb} = 'duplicate.rule' and ${of(written)}`,
      withCheck: sql`ruled_by = ${me}`,
    }),
  ]
}

/** First contacts: of one's own desks, or all. Written by triggers alone; what another desk has, a function tells in part. */
export const claimPolicies = (table: string) => [
  pgPolicy(`${table}_see_all`, { for: 'select', to: [seesAll], using: sql`true` }),
  pgPolicy(`${table}_see_desk`, { for: 'select', to: [seesDesk], using: sql`desk_id = any(${seesDesks})` }),
]

/** A contested first contact: for the two desks and for who sees all. The holder's side is added to, the director rules. */
export const contestPolicies = (table: string) => {
  const party = sql`claimant_desk_id = any(${seesDesks}) or holder_desk_id = any(${seesDesks})`
  const rules = sql`${verb} = 'first_contact.rule' and ${writes} = 'all'`
  const states = sql`${verb} = 'first_contact.state' and (${writes} = 'all' or (${writes} = 'desk' and holder_desk_id = any(${seesDesks})))`
  return [
    pgPolicy(`${table}_see_all`, { for: 'select', to: [seesAll], using: sql`true` }),
    pgPolicy(`${table}_see_desk`, {
      for: 'select',
      to: [seesDesk],
      using: sql`${party} or opened_by = ${me}`,
    }),
    pgPolicy(`${table}_insert`, {
      for: 'insert',
      to: both,
      withCheck: sql`${verb} = 'first_contact.contest' and ${writes} <> 'none' and opened_by = ${me} and ruled_at is null`,
    }),
    pgPolicy(`${table}_update`, {
      for: 'update',
      to: both,
      using: sql`ruled_at is null and ((${rules}) or (${states}))`,
      withCheck: sql`(${rules} and ruled_by = ${me}) or (${states} and ruled_at is null and stated_by = ${me})`,
    }),
  ]
}

/** The shares of a ruling: seen where the case is, given with it. */
export const sharePolicies = (table: string) => {
  const seen = sql`exists (select 1 from first_contact_cases c where c.id = case_id)`
  return [
    pgPolicy(`${table}_see`, { for: 'select', to: both, using: seen }),
    pgPolicy(`${table}_insert`, {
      for: 'insert',
      to: both,
      withCheck: sql`${verb} = 'first_contact.rule' and ${writes} = 'all'`,
    }),
  ]
}

/* Written by the director and by the heads of its desk, until it is closed. */
const reviewWritten = sql`${verb} like 'review.%' and case ${writes} when 'all' then true when 'desk' then desk_id = any(${writesDesks}) else false end`

/** Progress reviews: of a desk for the desk, of the bureau for its heads; the viewer reads what is closed. */
export const reviewPolicies = (table: string) => [
  pgPolicy(`${table}_see_all`, {
    for: 'select',
    to: [seesAll],
    using: sql`case (select viewer_role()) when 'director' then true when 'viewer' then state = 'closed' else false end`,
  }),
  pgPolicy(`${table}_see_desk`, {
    for: 'select',
    to: [seesDesk],
    using: sql`desk_id = any(${seesDesks}) or (desk_id is null and (select viewer_role()) = 'manager')`,
  }),
  pgPolicy(`${table}_insert`, { for: 'insert', to: both, withCheck: reviewWritten }),
  pgPolicy(`${table}_update`, {
    for: 'update',
    to: both,
    using: sql`(${reviewWritten}) and (state = 'open' or ${verb} = 'review.reopen')`,
    withCheck: reviewWritten,
  }),
]

/** What belongs to a review: seen with it where `seen` holds as well, written while it is open by whoever writes it. */
export const ofReviewPolicies = (table: string, seen: SQL) => {
  const of = (condition: SQL) =>
    sql`exists (select 1 from reviews p where p.id = review_id and (${condition}))`
  const written = of(
    sql`p.state = 'open' and ${verb} like 'review.%' and case ${writes} when 'all' then true when 'desk' then p.desk_id = any(${writesDesks}) else false end`,
  )
  return pair(table, of(sql`true`), sql`(${of(sql`true`)}) and (${seen})`, written)
}

/** The lead or deal of a line, as far as the reader sees it. */
export const caseIsSeen = sql`(deal_id is null or exists (select 1 from deals d where d.id = deal_id)) and (lead_id is null or exists (select 1 from leads l where l.id = lead_id))`
export const deskIsSeen = sql`desk_id = any(${seesDesks})`

/** A log line is visible when its record is; lines without a record are the admin's and one's own. Written by record() alone, sealed by housekeeping. */
export const logPolicies = (table: string) => {
  const seen = sql`case noun
    when 'lead' then exists (select 1 from leads r where r.id = record_id)
    when 'deal' then exists (select 1 from deals r where r.id = record_id)
    when 'contact_detail' then exists (select 1 from contact_details r where r.contact_id = record_id)
    when 'company' then record_id is not null
    when 'contact' then record_id is not null
    when 'event' then record_id is not null
    when 'task' then exists (select 1 from tasks r where r.id = record_id)
    when 'review' then exists (select 1 from reviews r where r.id = record_id)
    else false end
    or (select viewer_role()) = 'admin' or actor_id = ${me}`
  return [
    pgPolicy(`${table}_see_all`, { for: 'select', to: [seesAll], using: seen }),
    pgPolicy(`${table}_see_desk`, { for: 'select', to: [seesDesk], using: seen }),
    ...housekeepingPolicies(table, ['select']),
  ]
}

/** A merge is seen where the record is that was kept; made and undone under the two verbs for it. */
export const mergePolicies = (table: string) => {
  const seen = sql`case noun
    when 'lead' then exists (select 1 from leads r where r.id = kept_id)
    when 'deal' then exists (select 1 from deals r where r.id = kept_id)
    else true end`
  return [
    pgPolicy(`${table}_see_all`, { for: 'select', to: [seesAll], using: sql`true` }),
    pgPolicy(`${table}_see_desk`, { for: 'select', to: [seesDesk], using: seen }),
    pgPolicy(`${table}_insert`, {
      for: 'insert',
      to: both,
      withCheck: sql`${writes} <> 'none' and ${verb} = noun || '.merge' and merged_by = ${me}`,
    }),
    pgPolicy(`${table}_update`, {
      for: 'update',
      to: both,
      using: sql`${writes} <> 'none' and ${verb} = noun || '.undo_merge'`,
    }),
  ]
}

/** What stood in the fields, phones among them: for whoever merges or undoes, and for nobody when it is too late. */
export const mergeValuePolicies = (table: string) => {
  const of = sql`${writes} <> 'none' and exists (select 1 from merges m where m.id = merge_id and ${verb} in (m.noun || '.merge', m.noun || '.undo_merge'))`
  return [
    pgPolicy(`${table}_see`, { for: 'select', to: both, using: of }),
    pgPolicy(`${table}_insert`, { for: 'insert', to: both, withCheck: of }),
  ]
}

/** Tries that no rule reads any more: the lock looks back 15 minutes (db/sql/50_sign_in.sql), My day one day. */
const spentTry = sql`(outcome = 'locked' and at < now() - interval '7 days') or (outcome in ('wrong', 'disabled') and at < now() - interval '90 days')`

/** Sign-ins, good and failed: the admin reads them, the door writes them; the failed ones are purged in time. */
export const signInPolicies = (table: string) => [
  pgPolicy(`${table}_see_all`, {
    for: 'select',
    to: [seesAll],
    using: sql`(select viewer_role()) = 'admin'`,
  }),
  pgPolicy(`${table}_door`, { for: 'insert', to: [signIn], withCheck: sql`true` }),
  ...housekeepingPolicies(table, ['select', 'delete'], spentTry),
]

/** The address of one's own calendar: made, renewed and taken back by oneself. */
export const feedPolicies = (table: string) => {
  const own = sql`user_id = ${me} and ${verb} = 'calendar.share'`
  return [
    ...pair(table, sql`user_id = ${me}`, sql`user_id = ${me}`, own),
    pgPolicy(`${table}_delete`, { for: 'delete', to: both, using: own }),
  ]
}

/** Nobody's but the door's function, and purged. */
export const feedTryPolicies = (table: string) =>
  housekeepingPolicies(table, ['select', 'delete'], sql`minute < now() - interval '1 hour'`)

/** An import: for whoever made it and the director; written under the verbs of importing alone, undone by the two. */
export const importPolicies = (table: string) => {
  const director = sql`(select viewer_role()) = 'director'`
  const seen = sql`user_id = ${me} or ${director}`
  const own = sql`${writes} <> 'none' and user_id = ${me} and ${verb} = noun || '.import'`
  const undoes = sql`${writes} <> 'none' and (${seen}) and ${verb} = noun || '.undo_import'`
  return [
    pgPolicy(`${table}_see`, { for: 'select', to: both, using: seen }),
    pgPolicy(`${table}_insert`, { for: 'insert', to: both, withCheck: own }),
    pgPolicy(`${table}_update`, { for: 'update', to: both, using: sql`(${own}) or (${undoes})` }),
  ]
}

/** Its file, its rows, its records: with it; purged by housekeeping when they are `spent`. */
export const importPartPolicies = (table: string, spent: SQL) => {
  const of = (condition: SQL) =>
    sql`exists (select 1 from imports i where i.id = import_id and (${condition}))`
  const own = of(sql`${writes} <> 'none' and i.user_id = ${me} and ${verb} = i.noun || '.import'`)
  return [
    pgPolicy(`${table}_see`, { for: 'select', to: both, using: of(sql`true`) }),
    pgPolicy(`${table}_insert`, { for: 'insert', to: both, withCheck: own }),
    pgPolicy(`${table}_update`, { for: 'update', to: both, using: own, withCheck: own }),
    pgPolicy(`${table}_delete`, { for: 'delete', to: both, using: own }),
    ...housekeepingPolicies(table, ['select', 'delete'], spent),
  ]
}

/** Which column is which field: one's own, offered to whoever has a sheet of the same shape. */
export const mappingPolicies = (table: string) => {
  const own = sql`${writes} <> 'none' and user_id = ${me} and ${verb} = noun || '.import'`
  return pair(table, sql`true`, sql`true`, own)
}

/** Jobs: one's own, and all for whoever looks after the office. Written by functions alone (db/sql/85_job.sql). */
export const jobPolicies = (table: string) => [
  pgPolicy(`${table}_see_all`, {
    for: 'select',
    to: [seesAll],
    using: sql`user_id = ${me} or (select viewer_role()) in ('admin', 'director')`,
  }),
  pgPolicy(`${table}_see_desk`, { for: 'select', to: [seesDesk], using: sql`user_id = ${me}` }),
]

/** Files made in the background: for whoever asked for them, and nobody else. Filled in while the job ends; removed in time. */
export const exportPolicies = (table: string) => {
  const own = sql`user_id = ${me}`
  const written = sql`${own} and ${writes} <> 'none' and ${verb} like '%.export'`
  return [
    ...pair(table, own, own, written),
    ...housekeepingPolicies(table, ['select', 'update'], sql`kept_until < now()`),
  ]
}

/** Exports that are made again on their days: one's own. */
export const schedulePolicies = (table: string) => {
  const own = sql`user_id = ${me}`
  return pair(table, own, own, sql`${own} and ${writes} <> 'none' and ${verb} = 'export.schedule'`)
}
