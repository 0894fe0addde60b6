import type { Role } from '@/domain/user/user'

/**
 * How far a permission carries: `own` = case officer or member (for deleting: one's own creation of the last
 * day), `desk` = own desks plus own, `all`. For reads the role alone decides the rows (db/sql policies); the
 * reach here says whether the read is granted at all.
 */
export const reaches = ['none', 'own', 'desk', 'all'] as const
export type Reach = (typeof reaches)[number]

const row = (admin: Reach, director: Reach, manager: Reach, officer: Reach, viewer: Reach) =>
  ({ admin, director, manager, officer, viewer }) satisfies Record<Role, Reach>

/* The patterns that recur, so that the table below reads like the page that it comes from. */
const everybody = row('all', 'all', 'all', 'all', 'all')
const cases = row('all', 'all', 'desk', 'desk', 'all')
const casework = row('none', 'all', 'desk', 'own', 'none')
const cover = row('none', 'all', 'desk', 'desk', 'none')
const heads = row('none', 'all', 'desk', 'none', 'none')
const staff = row('none', 'all', 'all', 'all', 'none')
const creators = row('none', 'all', 'all', 'own', 'none')
const administrator = row('all', 'none', 'none', 'none', 'none')
const settings = row('all', 'all', 'none', 'none', 'none')

/** Who does what, on one screen (domain.md §5). */
export const policy = {
  //                             admin   director manager officer viewer
  'lead.read': cases,
  'lead.create': row('none', 'all', 'all', 'all', 'none'),
  'lead.edit': casework,
  'lead.move': casework,
  'lead.appraise': casework,
  'lead.judge': heads,
  'lead.return': heads,
  'lead.tell': casework,
  'lead.disqualify': casework,
  'lead.reopen': heads,
  'lead.convert': casework,
  'lead.assign': heads,
  'lead.add_member': casework,
  'lead.hand_over': row('none', 'all', 'none', 'none', 'none'),
  'lead.propose_hand_over': casework,
  'lead.accept_hand_over': heads,
  'lead.decline_hand_over': heads,
  'lead.withdraw_hand_over': casework,
  'lead.delete': casework,
  'lead.restore': casework,
  'lead.merge': heads,
  'lead.undo_merge': heads,
  'lead.export': row('none', 'all', 'desk', 'desk', 'all'),

  'deal.read': cases,
  'deal.create': row('none', 'all', 'desk', 'desk', 'none'),
  'deal.open': heads,
  'deal.edit': casework,
  'deal.correct': heads,
  'deal.move': casework,
  'deal.undo_move': casework,
  'deal.move_back': heads,
  'deal.propose': casework,
  'deal.confirm': heads,
  'deal.return': heads,
  'deal.hold': casework,
  'deal.lose': casework,
  'deal.withdraw': casework,
  'deal.revive': heads,
  'deal.assign': heads,
  'deal.add_member': casework,
  'deal.set_leader': casework,
  'deal.hand_over': row('none', 'all', 'none', 'none', 'none'),
  'deal.propose_hand_over': casework,
  'deal.accept_hand_over': heads,
  'deal.decline_hand_over': heads,
  'deal.withdraw_hand_over': casework,
  'deal.delete': casework,
  'deal.restore': casework,
  'deal.merge': heads,
  'deal.undo_merge': heads,
  'deal.export': row('none', 'all', 'desk', 'desk', 'all'),

  'capital.read': cases,
  // over all deals: the capital of one deal is read with it
  'capital.list': row('none', 'all', 'desk', 'desk', 'all'),
  'capital.edit': casework,
  'capital.plan': casework,
  'capital.propose_arrival': casework,
  'capital.confirm_arrival': heads,
  'capital.return_arrival': heads,
  'capital.export': row('none', 'all', 'desk', 'desk', 'all'),

  'procedure.read': cases,
  'procedure.create': casework,
  'procedure.edit': casework,
  'procedure.complete': casework,
  'procedure.reopen': casework,
  'procedure.waive': heads,
  'procedure.delete': casework,
  'issue.read': cases,
  'issue.create': cover,
  'issue.edit': cover,
  'issue.close': cover,
  'issue.reopen': cover,
  'issue.delete': casework,

  'clock.read': cases,
  'clock.export': row('none', 'all', 'desk', 'desk', 'all'),

  'activity.create': cover,
  'activity.delete': casework,

  'attachment.read': cases,
  'attachment.create': cover,
  'attachment.edit': casework,
  'attachment.delete': casework,

  'task.read': cases,
  'task.create': cover,
  'task.edit': cover,
  'task.complete': cover,
  'task.reopen': cover,
  'task.delete': casework,
  'calendar.read': everybody,
  'calendar.share': everybody,

  'review.read': row('none', 'all', 'desk', 'desk', 'all'),
  'review.open': heads,
  'review.edit': heads,
  'review.minute': heads,
  'review.close': heads,
  'review.reopen': row('none', 'all', 'none', 'none', 'none'),
  'review.export': row('none', 'all', 'desk', 'desk', 'all'),

  'company.read': everybody,
  'company.create': staff,
  'company.edit': staff,
  'company.delete': creators,
  'company.restore': creators,
  'company.merge': heads,
  'company.undo_merge': heads,
  'company.export': row('none', 'all', 'all', 'all', 'all'),

  'contact.read': everybody,
  'contact.create': staff,
  'contact.edit': staff,
  'contact.reveal': staff,
  'contact.delete': creators,
  'contact.restore': creators,
  'contact.merge': heads,
  'contact.undo_merge': heads,
  'contact.export': row('none', 'all', 'all', 'all', 'all'),

  'duplicate.check': staff,
  'duplicate.ask': staff,
  'duplicate.rule': casework,
  'case.read': cases,
  'first_contact.contest': casework,
  'first_contact.state': cover,
  'first_contact.rule': row('none', 'all', 'none', 'none', 'none'),

  'event.read': everybody,
  'event.create': row('none', 'all', 'desk', 'desk', 'none'),
  'event.edit': row('none', 'all', 'desk', 'desk', 'none'),
  'event.delete': row('none', 'all', 'desk', 'desk', 'none'),
  'event.restore': row('none', 'all', 'desk', 'desk', 'none'),
  'event.export': row('none', 'all', 'all', 'all', 'all'),

  // heads bring in records of their desks, officers leads that they work on (domain.md §5)
  'import.read': row('none', 'all', 'own', 'own', 'none'),
  'lead.import': casework,
  'lead.undo_import': casework,
  'company.import': heads,
  'company.undo_import': heads,
  'contact.import': heads,
  'contact.undo_import': heads,
  'deal.import': heads,
  'deal.undo_import': heads,

  'lead.tag': casework,
  'deal.tag': casework,
  'company.tag': staff,
  'tag.create': settings,
  'tag.edit': settings,
  'tag.merge': settings,
  'tag.delete': settings,
  // reach: `own` one's own, `desk` also those of the desks that one heads, `all` also the bureau's
  'view.save': row('own', 'all', 'desk', 'own', 'own'),
  'cover.read': cases,
  'cover.create': casework,
  'cover.end': casework,
  'leaver.read': row('all', 'all', 'desk', 'none', 'none'),
  'leaver.hand_over': heads,

  'day.read': everybody,
  // each noun by its own reach (db/sql/46_search_ids.sql)
  'search.read': everybody,
  'reference.read': everybody,
  'own.edit': everybody,
  'notification.read': everybody,
  'notification.mark': everybody,

  'job.read': row('all', 'all', 'own', 'own', 'own'),
  'job.cancel': row('all', 'all', 'own', 'own', 'own'),
  'job.retry': row('own', 'own', 'own', 'own', 'own'),
  'export.read': row('none', 'own', 'own', 'own', 'own'),
  'export.schedule': row('none', 'own', 'own', 'own', 'own'),

  'user.read': administrator,
  'user.create': administrator,
  'user.edit': administrator,
  'user.disable': administrator,
  'user.enable': administrator,
  'user.reset': administrator,
  'desk.create': administrator,
  'desk.edit': administrator,
  'route.create': administrator,
  'route.edit': administrator,
  'route.reorder': administrator,
  'route.delete': administrator,
  'industry.create': administrator,
  'industry.edit': administrator,
  'procedure_template.create': administrator,
  'procedure_template.edit': administrator,
  'country.edit': administrator,
  'zone.edit': settings,
  'rate.create': settings,
  'rate.delete': settings,
  'audit.read': administrator,
  'audit.export': administrator,
} as const satisfies Record<string, Record<Role, Reach>>

export type Permission = keyof typeof policy
export const permissions = Object.keys(policy) as Permission[]

/** How far this role carries this permission. */
export function reachOf(permission: Permission, role: Role): Reach {
  return policy[permission][role]
}

/** Phones, e-mail and WeChat: shown, shown only where a record within reach links the contact, or masked. */
export const contactDetails = {
  admin: 'masked',
  director: 'shown',
  manager: 'shown',
  officer: 'linked',
  viewer: 'masked',
} as const satisfies Record<Role, 'shown' | 'linked' | 'masked'>
