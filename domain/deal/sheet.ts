import type { DealForm, DealStage, DealStatus } from '@/domain/deal/deal'
import type { Source } from '@/domain/lead/lead'
import { columnUnit } from '@/domain/money/column'
import { membersOf } from '@/domain/record/team'
import { type Cell, cny, date, integer, moment, money, text } from '@/domain/spreadsheet/cell'
import type { Column } from '@/domain/spreadsheet/column'
import { tagNames } from '@/domain/tag/tag'
import { type Locale, nameIn } from '@/domain/user/user'
import type { DealColumn } from './column'
import type { DealAmount, DealRow } from './row'

/** The reader's words and names, and the time zone of the moments. `original`: that an amount is in its own currency. */
export type DealSheetWords = {
  locale: Locale
  timezone: string
  comma: string
  column: (column: DealColumn | 'nextStepOn') => string
  stage: (stage: DealStage) => string
  status: (status: DealStatus) => string
  form: (form: DealForm) => string
  source: (source: Source) => string
  desk: (id: number) => string
  person: (id: number | null) => string
  industry: (id: number) => string
  country: (code: string) => string
  province: (code: string | null) => string
} & Record<'original' | 'notStated' | 'none' | 'noRate' | 'unknown' | 'yes' | 'no' | 'unassigned', string>

/** The columns of a file of deals, numbers and dates as such, words as on the screen: an import reads each back as it was. */
export function dealSheet(columns: readonly DealColumn[], say: DealSheetWords): Column<DealRow>[] {
  const cells = cellsOf(say)
  const inYuan = columnUnit(say.locale).word
  const units: Partial<Record<DealColumn, string>> = {
    total_cny: inYuan,
    foreign_cny: inYuan,
    total: say.original,
    foreign: say.original,
    land: 'm²',
  }
  return columns.flatMap(key => {
    const [cell, width] = cells[key]
    const column = { key, header: say.column(key), unit: units[key], width, cell }
    // on the screen the day stands before the step; in a file it is a date of its own
    const day = { key: 'next_step_on', header: say.column('nextStepOn'), width: 12, cell: stepDay }
    return key === 'next_step' ? [column, day] : [column]
  })
}

const stepDay = (deal: DealRow) => date(deal.nextStepOn)

type Cells = Record<DealColumn, readonly [cell: (deal: DealRow) => Cell, width: number]>

function cellsOf(say: DealSheetWords): Cells {
  const unsaid = (of: DealAmount) => text(of.none ? say.none : say.notStated)
  const inYuan = (of: DealAmount) =>
    of.cny !== null ? cny(of.cny, say.locale) : of.money ? text(say.noRate) : unsaid(of)
  const original = (of: DealAmount) => (of.money ? money(of.money) : unsaid(of))
  const stated = (words: string | null | undefined) => text(words || say.notStated)
  const place = said(
    (deal: DealRow) => `${deal.country} ${deal.province ?? ''}`,
    deal => `${say.country(deal.country)} ${say.province(deal.province)}`.trim(),
  )
  const stage = said(
    (deal: DealRow) => deal.stage,
    deal => say.stage(deal.stage),
  )
  const status = said(
    (deal: DealRow) => deal.status,
    deal => say.status(deal.status),
  )
  const form = said(
    (deal: DealRow) => deal.form ?? '',
    deal => (deal.form ? say.form(deal.form) : ''),
  )
  const source = said(
    (deal: DealRow) => deal.source,
    deal => say.source(deal.source),
  )
  const highTech = said(
    (deal: DealRow) => String(deal.highTech),
    deal => (deal.highTech === null ? say.unknown : deal.highTech ? say.yes : say.no),
  )
  return {
    number: [deal => text(deal.number), 14],
    name: [deal => text(nameIn(say.locale, deal.name, deal.names)), 36],
    company: [deal => text(deal.company.name), 32],
    country: [deal => text(place(deal)), 14],
    desk: [deal => text(say.desk(deal.deskId)), 12],
    stage: [deal => text(stage(deal)), 16],
    days_in_stage: [deal => integer(deal.daysInStage), 8],
    total: [deal => original(deal.total), 20],
    total_cny: [deal => inYuan(deal.total), 14],
    foreign_cny: [deal => inYuan(deal.foreign), 14],
    next_step: [deal => text(deal.nextStep), 36],
    officer: [deal => text(say.person(deal.officerId) || say.unassigned), 12],
    status: [deal => text(status(deal)), 10],
    stage_since: [deal => date(deal.stageSince), 12],
    industry: [deal => text(say.industry(deal.industryId)), 20],
    form: [deal => stated(form(deal)), 12],
    high_tech: [deal => text(highTech(deal)), 10],
    content: [deal => stated(deal.content), 40],
    partner: [deal => text(deal.partner), 24],
    members: [deal => text(membersOf(deal.teamIds, deal.officerId).map(say.person).join(say.comma)), 18],
    leader: [deal => text(say.person(deal.leaderId) || deal.leaderName), 12],
    issues: [deal => integer(deal.openIssues), 10],
    tags: [deal => text(tagNames(deal.tags, say.comma)), 24],
    source: [deal => text(source(deal)), 12],
    event: [deal => text(deal.event && nameIn(say.locale, deal.event.name, deal.event.names)), 30],
    foreign: [deal => original(deal.foreign), 20],
    intent_on: [deal => date(deal.intentOn), 12],
    agreement_on: [deal => date(deal.agreementOn), 12],
    approval_on: [deal => date(deal.approvalOn), 12],
    approval_expected_on: [deal => date(deal.approvalExpectedOn), 12],
    land: [deal => (deal.landM2 === null ? stated(null) : integer(deal.landM2)), 12],
    jobs: [deal => (deal.jobs === null ? stated(null) : integer(deal.jobs)), 10],
    clock: [deal => date(deal.clockDue), 12],
    created: [deal => date(deal.createdOn), 12],
    updated: [deal => moment(deal.updatedAt, say.timezone), 18],
  }
}

/** A word that depends on a few values alone, looked up once for each: a file has it a hundred thousand times. */
function said<T>(keyOf: (row: T) => string, say: (row: T) => string): (row: T) => string {
  const known = new Map<string, string>()
  return row => {
    const key = keyOf(row)
    const word = known.get(key) ?? say(row)
    known.set(key, word)
    return word
  }
}
