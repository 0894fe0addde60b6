import type { Actor } from '@/domain/policy/actor'
import { type Permission, reachOf } from '@/domain/policy/table'

/** The lists of which a file can be made in the background or by a schedule. */
export const exportLists = ['deals', 'leads', 'companies', 'contacts', 'events', 'clocks'] as const
export type ExportList = (typeof exportLists)[number]

/** `desks`: a workbook with a cover sheet of totals and a sheet per desk. */
export const exportFormats = ['xlsx', 'csv', 'desks'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const exportPermission = {
  deals: 'deal.export',
  leads: 'lead.export',
  companies: 'company.export',
  contacts: 'contact.export',
  events: 'event.export',
  clocks: 'clock.export',
} as const satisfies Record<ExportList, Permission>

/** Lists whose rows belong to one desk each. */
export const byDesk: readonly ExportList[] = ['deals', 'leads']

/** More rows than these are written in the background, whoever asks. */
export const BACKGROUND_ROWS = 20_000

export const endingOf = (format: ExportFormat): 'xlsx' | 'csv' => (format === 'csv' ? 'csv' : 'xlsx')

export const mayExport = ({ role }: Pick<Actor, 'role'>, list: ExportList): boolean =>
  reachOf(exportPermission[list], role) !== 'none'

/** A list's address after its path: `?desk=domestic&sort=-total`. */
export const exportSearch = /^(\?[^\s#]*)?$/
