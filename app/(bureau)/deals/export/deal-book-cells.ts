import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import type { DealColumn } from '@/domain/deal/column'
import type { DealAmount, DealRow } from '@/domain/deal/row'
import { type Cell, cny, date, integer, moment, money, text } from '@/domain/spreadsheet/cell'
import { tagNames } from '@/domain/tag/tag'
import { nameIn } from '@/domain/user/user'

type Cells = Record<DealColumn | 'next_step_on', readonly [(deal: DealRow) => Cell, number]>

/** What stands in each column of the file, and its width: numbers and dates as such, words as on the screen. */
export async function dealBookCells(): Promise<Cells> {
  const [t, common, lead, names] = await Promise.all([
    getTranslations('deal'),
    getTranslations('common.say'),
    getTranslations('lead.source'),
    naming(),
  ])
  const { locale, ref } = names
  const unsaid = (of: DealAmount) => text(common(of.none ? 'none' : 'notStated'))
  const inYuan = (of: DealAmount) =>
    of.cny !== null ? cny(of.cny, locale) : of.money ? text(t('mark.noRate')) : unsaid(of)
  const original = (of: DealAmount) => (of.money ? money(of.money) : unsaid(of))
  const notStated = common('notStated')
  const stated = (words: string | null | undefined) => text(words || notStated)
  const place = said(
    (deal: DealRow) => `${deal.country} ${deal.province ?? ''}`,
    deal => `${names.country(deal.country)} ${names.province(deal.province)}`.trim(),
  )
  const stage = said(
    (deal: DealRow) => deal.stage,
    deal => t(`stage.${deal.stage}`),
  )
  const status = said(
    (deal: DealRow) => deal.status,
    deal => t(`status.${deal.status}`),
  )
  const form = said(
    (deal: DealRow) => deal.form ?? '',
    deal => (deal.form ? t(`form.${deal.form}`) : ''),
  )
  const source = said(
    (deal: DealRow) => deal.source,
    deal => lead(deal.source),
  )
  const highTech = said(
    (deal: DealRow) => String(deal.highTech),
    deal => (deal.highTech === null ? t('ask.unknown') : common(deal.highTech ? 'yes' : 'no')),
  )
  return {
    number: [deal => text(deal.number), 14],
    name: [deal => text(nameIn(locale, deal.name, deal.names)), 36],
    company: [deal => text(deal.company.name), 32],
    country: [deal => text(place(deal)), 14],
    desk: [deal => text(names.desk(deal.deskId).name), 12],
    stage: [deal => text(stage(deal)), 16],
    days_in_stage: [deal => integer(deal.daysInStage), 8],
    total: [deal => original(deal.total), 20],
    total_cny: [deal => inYuan(deal.total), 14],
    foreign_cny: [deal => inYuan(deal.foreign), 14],
    next_step: [deal => text(deal.nextStep), 36],
    next_step_on: [deal => date(deal.nextStepOn), 12],
    officer: [deal => text(names.person(deal.officerId) || t('mark.unassigned')), 12],
    status: [deal => text(status(deal)), 10],
    stage_since: [deal => date(deal.stageSince), 12],
    industry: [deal => text(names.industry(deal.industryId)), 20],
    form: [deal => stated(form(deal)), 12],
    high_tech: [deal => text(highTech(deal)), 10],
    content: [deal => stated(deal.content), 40],
    partner: [deal => text(deal.partner), 24],
    members: [
      deal =>
        text(
          deal.teamIds
            .filter(id => id !== deal.officerId)
            .map(names.person)
            .join(names.comma),
        ),
      18,
    ],
    leader: [deal => text(names.person(deal.leaderId) || deal.leaderName), 12],
    issues: [deal => integer(deal.openIssues), 10],
    tags: [deal => text(tagNames(deal.tags, names.comma)), 24],
    source: [deal => text(source(deal)), 12],
    event: [deal => text(deal.event && nameIn(locale, deal.event.name, deal.event.names)), 30],
    foreign: [deal => original(deal.foreign), 20],
    intent_on: [deal => date(deal.intentOn), 12],
    agreement_on: [deal => date(deal.agreementOn), 12],
    approval_on: [deal => date(deal.approvalOn), 12],
    approval_expected_on: [deal => date(deal.approvalExpectedOn), 12],
    land: [deal => (deal.landM2 === null ? stated(null) : integer(deal.landM2)), 12],
    jobs: [deal => (deal.jobs === null ? stated(null) : integer(deal.jobs)), 10],
    clock: [deal => date(deal.clockDue), 12],
    created: [deal => date(deal.createdOn), 12],
    updated: [deal => moment(deal.updatedAt, ref.zone.timezone), 18],
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
