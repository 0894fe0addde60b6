import type { IconName } from '@/components/icon'
import { type Permission, policy } from '@/domain/policy/table'
import type { Role } from '@/domain/user/user'
import type { Messages } from '@/i18n/nouns'

type NavWord = Exclude<keyof Messages['frame']['nav'], 'label' | 'adminLabel' | 'more'>
/** `name` in the reader's language. */
export type FrameUser = { id: number; name: string; role: Role }
/** What waits for this person beside a noun: how many, where they stand, and what they are in words. */
export type Waiting = { count: number; href: string; says: string }
export type FrameCounts = Partial<Record<'day' | 'leads', Waiting>>
export type FrameNoun = {
  word: NavWord
  href: string
  icon: IconName
  needs: Permission
  /** Also what stands at `/`, for whoever has no view to begin with. */
  start?: boolean
  /** Its other list, one click beside it: no noun of the rail by itself. */
  beside?: { word: NavWord; href: string }
  count?: keyof FrameCounts
}

/** The nouns of the rail, in their order. The first four stand under the thumb on a phone. */
const work: FrameNoun[] = [
  { word: 'day', href: '/day', start: true, icon: 'calendar-check', needs: 'day.read', count: 'day' },
  { word: 'leads', href: '/leads', icon: 'flag', needs: 'lead.read', count: 'leads' },
  { word: 'deals', href: '/deals', icon: 'briefcase', needs: 'deal.read' },
  { word: 'tasks', href: '/tasks', icon: 'list-checks', needs: 'task.create' },
  { word: 'issues', href: '/issues', icon: 'triangle-alert', needs: 'issue.read' },
  { word: 'calendar', href: '/calendar', icon: 'calendar', needs: 'calendar.read' },
  { word: 'review', href: '/review', icon: 'message-square', needs: 'review.read' },
  {
    word: 'companies',
    href: '/companies',
    beside: { word: 'contacts', href: '/contacts' },
    icon: 'building-2',
    needs: 'company.read',
  },
  { word: 'events', href: '/events', icon: 'ticket', needs: 'event.read' },
  { word: 'cases', href: '/cases', icon: 'scale', needs: 'case.read' },
  { word: 'handOvers', href: '/hand-overs', icon: 'route', needs: 'cover.read' },
  { word: 'capital', href: '/capital', icon: 'coins', needs: 'capital.list' },
  { word: 'clocks', href: '/clocks', icon: 'clock', needs: 'clock.read' },
  { word: 'exports', href: '/exports', icon: 'download', needs: 'export.read' },
  { word: 'import', href: '/import', icon: 'table-2', needs: 'import.read' },
]
const admin: FrameNoun[] = [
  { word: 'users', href: '/admin/users', icon: 'users', needs: 'user.read' },
  { word: 'desks', href: '/admin/desks', icon: 'layers', needs: 'desk.edit' },
  { word: 'routes', href: '/admin/routes', icon: 'route', needs: 'route.edit' },
  { word: 'industries', href: '/admin/industries', icon: 'factory', needs: 'industry.edit' },
  { word: 'procedures', href: '/admin/procedures', icon: 'list-checks', needs: 'procedure_template.edit' },
  { word: 'countries', href: '/admin/countries', icon: 'globe', needs: 'country.edit' },
  { word: 'tags', href: '/admin/tags', icon: 'tag', needs: 'tag.edit' },
  { word: 'rates', href: '/admin/rates', icon: 'coins', needs: 'rate.create' },
  { word: 'workDays', href: '/admin/work-days', icon: 'calendar-check', needs: 'zone.edit' },
  { word: 'zone', href: '/admin/zone', icon: 'settings', needs: 'zone.edit' },
  { word: 'audit', href: '/admin/audit', icon: 'scroll-text', needs: 'audit.read' },
]
const quick = [
  { word: 'createLead', href: '/leads/new', icon: 'flag', needs: 'lead.create' },
  { word: 'createDeal', href: '/deals/new', icon: 'briefcase', needs: 'deal.create' },
  { word: 'createCompany', href: '/companies/new', icon: 'building-2', needs: 'company.create' },
  { word: 'createEvent', href: '/events/new', icon: 'ticket', needs: 'event.create' },
  { word: 'createTask', href: '/tasks', icon: 'list-checks', needs: 'task.create' },
] as const satisfies { word: string; href: string; icon: IconName; needs: Permission }[]

/** What this role has in its frame. */
export function frameNouns(role: Role) {
  const may = (noun: { needs: Permission }) => policy[noun.needs][role] !== 'none'
  return { work: work.filter(may), admin: admin.filter(may), quick: quick.filter(may) }
}
