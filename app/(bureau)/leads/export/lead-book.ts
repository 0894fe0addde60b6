import { getTranslations } from 'next-intl/server'
import { aboutList } from '@/app/(bureau)/list-field'
import { naming } from '@/app/(bureau)/naming'
import { eachLead } from '@/db/read/lead-list'
import type { LeadRow } from '@/db/read/lead-row'
import { dateIn } from '@/domain/calendar/date'
import type { LeadColumn } from '@/domain/lead/column'
import type { LeadFilter } from '@/domain/lead/filter'
import { intendedOf } from '@/domain/lead/intended'
import { columnUnit } from '@/domain/money/column'
import type { Permit } from '@/domain/policy/permit'
import { membersOf } from '@/domain/record/team'
import type { Book } from '@/domain/spreadsheet/book'
import { type Cell, cny, date, moment, money, text } from '@/domain/spreadsheet/cell'
import type { Column } from '@/domain/spreadsheet/column'
import { tagNames } from '@/domain/tag/tag'
import { nameIn } from '@/domain/user/user'
import { leadFields } from '../lead-fields'

type Parts = readonly (readonly [key: string, cell: (lead: LeadRow) => Cell, width?: number])[]

/** The list as it stands on the screen, all pages. What shares a cell there (a step and its day) has a column each here. */
export async function leadBook(
  permit: Permit<'lead.export'>,
  filter: LeadFilter,
  columns: readonly LeadColumn[],
): Promise<Book<LeadRow>> {
  const [t, clock, names, fields] = await Promise.all([
    getTranslations('lead'),
    getTranslations('clock.kind'),
    naming(),
    leadFields(filter),
  ])
  const { timezone } = names.ref.zone
  const { locale } = names
  const parts: Partial<Record<LeadColumn, Parts>> = {
    clock: [
      ['clock', lead => text(lead.clock && clock(lead.clock)), 12],
      ['clock_due', lead => date(lead.clockDue), 12],
    ],
    next_step: [
      ['next_step_on', lead => date(lead.nextStepOn), 12],
      ['next_step', lead => text(lead.nextStep), 36],
    ],
  }
  const single: Partial<Record<LeadColumn, (lead: LeadRow) => Cell>> = {
    number: lead => text(lead.number),
    name: lead => text(lead.company?.name ?? lead.name),
    contact: lead => text(lead.contact?.name ?? null),
    country: lead => text(names.country(lead.country)),
    desk: lead => text(names.desk(lead.deskId).name),
    stage: lead => text(t(`stage.${lead.stage}`)),
    source: lead =>
      text(lead.event ? nameIn(locale, lead.event.name, lead.event.names) : t(`source.${lead.source}`)),
    officer: lead => text(names.person(lead.caseOfficerId)),
    industry: lead => text(names.industry(lead.industryId)),
    need: lead => text(lead.need),
    intended: lead => money(intendedOf(lead)),
    intended_cny: lead => cny(lead.intendedCny, locale),
    members: lead => text(membersOf(lead.teamIds, lead.caseOfficerId).map(names.person).join(names.comma)),
    tags: lead => text(tagNames(lead.tags, names.comma)),
    introduced_by: lead => text(lead.introducedBy),
    tell: lead => date(lead.toldOn),
    stage_since: lead => date(lead.stageSince),
    created: lead => date(dateIn(timezone, lead.createdAt)),
    updated: lead => moment(lead.updatedAt, timezone),
  }
  const wide: Partial<Record<LeadColumn, number>> = {
    number: 14,
    name: 34,
    need: 50,
    source: 26,
    updated: 18,
  }
  const column = (key: string, cell: (lead: LeadRow) => Cell, width?: number): Column<LeadRow> => ({
    key,
    header: t(`field.${key as LeadColumn}`),
    unit: key === 'intended_cny' ? columnUnit(locale).word : undefined,
    width,
    cell,
  })
  return {
    name: t('title'),
    locale,
    about: await aboutList(t('title'), fields, names.fullDay(names.today)),
    columns: columns.flatMap(key => {
      const several = parts[key]
      if (several) return several.map(([part, cell, width]) => column(part, cell, width))
      const cell = single[key]
      return cell ? [column(key, cell, wide[key])] : []
    }),
    rows: eachLead(permit, filter),
    now: new Date(),
  }
}
