import { randomUUID } from 'node:crypto'
import * as activity from '@/db/read/activity'
import { getBulk, pickBulk } from '@/db/read/bulk'
import { calendarEntries } from '@/db/read/calendar'
import { eachClock, listClocks } from '@/db/read/clock'
import { lateClocks } from '@/db/read/clock-late'
import * as companyCase from '@/db/read/company-case'
import { dueSteps } from '@/db/read/day'
import { countDeals, eachDeal, firstDeals, listDeals } from '@/db/read/deal'
import { dealBoard, moreCards } from '@/db/read/deal-board'
import { dealNeighbours, getDeal } from '@/db/read/deal-record'
import {
  daysInStage,
  dealFigure,
  dealFigureRows,
  pipelinePerDesk,
  stuckDeals,
  toConfirm,
} from '@/db/read/figure/deal'
import { changesOfDays } from '@/db/read/figure/deal-change'
import { firstContactOf } from '@/db/read/first-contact'
import { handOversToDecide, latestHandOver, listHandOvers } from '@/db/read/hand-over'
import { getLead } from '@/db/read/lead'
import { appraisalsToJudge } from '@/db/read/lead-appraisal'
import { countLeads, eachLead, firstLeads, listLeads } from '@/db/read/lead-list'
import { getLeaver } from '@/db/read/leaver'
import { pickMerge } from '@/db/read/merge-pick'
import { recentRecords, searchRecords } from '@/db/read/search'
import { getTags } from '@/db/read/tag'
import { dueTasks, getTask, listTasks, tasksOf } from '@/db/read/task'
import { defaultClockFilter } from '@/domain/clock/filter'
import { defaultDealFilter } from '@/domain/deal/filter'
import { defaultLeadFilter } from '@/domain/lead/filter'
import { searchQuery } from '@/domain/search/query'
import { usualTaskFilter } from '@/domain/task/filter'
import { type Door, people, type Scene, type Seen, type Who } from './door'
import { capitalReads } from './door-capital'
import { fileReads } from './door-file'
import { importReads } from './door-import'
import { reviewReads } from './door-review'
import { workReads } from './door-work'

const sees: readonly Who[] = people.filter(who => who !== 'headElsewhere' && who !== 'outsider')
const exports: readonly Who[] = sees.filter(who => who !== 'admin')
const decides: readonly Who[] = ['director', 'headOfDesk']
/** What is kept of a desk is read by the desk: not by a member of one of its cases from elsewhere. */
const ofTheDesk = sees.filter(who => who !== 'member')

/** A read of cases: `call` answers whether it gave anything away of the one record. */
const read = (
  permission: Door['permission'],
  call: (permit: never, seen: Seen) => Promise<boolean>,
  may = sees,
): Door => ({
  permission,
  may,
  call: call as Door['call'],
})
const some = async (chunks: AsyncIterable<readonly unknown[]>) => {
  let rows = 0
  for await (const chunk of chunks) rows += chunk.length
  return rows > 0
}
const deals = { ...defaultDealFilter, size: 50 as const }

export const reads: Record<string, Door> = {
  ...fileReads,
  ...workReads,
  ...importReads,
  ...capitalReads(sees, exports),
  ...reviewReads,
  firstContactOf: read(
    'lead.read',
    async (p, { lead }) => (await firstContactOf(p, 'lead', lead.id)) !== null,
  ),
  listDeals: read('deal.read', async p => {
    const list = await listDeals(p, deals)
    return list.rows.length + list.total + list.sums.total.count > 0
  }),
  firstDeals: read('deal.read', async p => (await firstDeals(p, deals, 5)).total > 0),
  countDeals: read('deal.read', async p => (await countDeals(p, deals)).total.count > 0),
  eachDeal: read('deal.export', p => some(eachDeal(p, deals)), exports),
  dealBoard: read('deal.read', async p =>
    (await dealBoard(p, deals, 5)).columns.some(column => column.sum.count + column.cards.length > 0),
  ),
  moreCards: read(
    'deal.read',
    async p => (await moreCards(p, deals, 'entry_procedures', 0)).cards.length > 0,
  ),
  getDeal: read('deal.read', async (p, { deal }) => (await getDeal(p, deal.number)) !== null),
  dealNeighbours: read(
    'deal.read',
    async (p, { deal }) => (await dealNeighbours(p, deals, deal.number)) !== null,
  ),
  dealFigure: read(
    'day.read',
    async p => (await dealFigure(p, { key: 'deals_in_entry_procedures', asOf: '2026-06-30' })).count > 0,
  ),
  dealFigureRows: read(
    'day.read',
    async p => (await dealFigureRows(p, { key: 'deals_in_entry_procedures', asOf: '2026-06-30' })).length > 0,
  ),
  pipelinePerDesk: read('day.read', async p => (await pipelinePerDesk(p)).length > 0),
  stuckDeals: read('day.read', async p => (await stuckDeals(p)).total > 0),
  daysInStage: read('day.read', async p => (await daysInStage(p)).length > 0),
  changesOfDays: read('day.read', async p => (await changesOfDays(p)).changes.length > 0),
  toConfirm: read('day.read', async p => (await toConfirm(p)).length > 0, decides),
  dueSteps: read('day.read', async p => (await dueSteps(p, { mine: false })).total > 0),
  listClocks: read(
    'clock.read',
    async p => {
      const { rows, total, desks } = await listClocks(p, { ...defaultClockFilter, from: '2026-01-01' }, 50)
      return rows.length + total + desks.length > 0
    },
    ofTheDesk,
  ),
  eachClock: read(
    'clock.export',
    p => some(eachClock(p, { ...defaultClockFilter, from: '2026-01-01' })),
    ofTheDesk.filter(who => who !== 'admin'),
  ),
  lateClocks: read('day.read', async p => (await lateClocks(p)).total > 0, decides),
  appraisalsToJudge: read('day.read', async p => (await appraisalsToJudge(p)).length > 0, decides),
  searchRecords: read('search.read', async (p, { deal }) => {
    const found = await searchRecords(p, searchQuery(deal.number), { count: 10, show: { limit: 5 } })
    return found.length > 0
  }),
  recentRecords: read(
    'search.read',
    async (p, { deal }) => (await recentRecords(p, [{ noun: 'deal', number: deal.number }])).length > 0,
  ),
  listLeads: read('lead.read', async p => {
    const list = await listLeads(p, defaultLeadFilter, 50)
    return list.rows.length + list.count > 0
  }),
  firstLeads: read('lead.read', async p => (await firstLeads(p, defaultLeadFilter, 5)).count > 0),
  countLeads: read('lead.read', async p => (await countLeads(p, defaultLeadFilter)) > 0),
  eachLead: read('lead.export', p => some(eachLead(p, defaultLeadFilter)), exports),
  getLead: read('lead.read', async (p, { lead }) => (await getLead(p, lead.number)) !== null),
  latestHandOver: read(
    'lead.read',
    async (p, { lead }) => (await latestHandOver(p, { noun: 'lead', id: lead.id })) !== null,
  ),
  listHandOvers: read('day.read', async p => {
    const { rows, counts } = await listHandOvers(p, { view: 'open', page: 1 })
    return rows.length + counts.open > 0
  }),
  handOversToDecide: read('day.read', async p => (await handOversToDecide(p)).length > 0, ['director']),
  getLeaver: {
    permission: 'leaver.read',
    may: ['admin', 'director', 'headOfDesk'],
    call: async (p: never, _: unknown, { cast }: Scene) =>
      ((await getLeaver(p, cast.caseOfficer.id))?.groups.length ?? 0) > 0,
  },
  getTimeline: read(
    'deal.read',
    async (p, { deal }) => (await activity.getTimeline(p, { noun: 'deal', id: deal.id })).items.length > 0,
  ),
  pickMerge: read(
    'deal.merge',
    async (p, { deal }) => (await pickMerge(p, deal.number, '')) !== null,
    decides,
  ),
  getTags: read(
    'deal.read',
    async (p, { deal }) => (await getTags(p, { noun: 'deal', id: deal.id })).on.length > 0,
  ),
  listTasks: read(
    'task.read',
    async p => (await listTasks(p, { ...usualTaskFilter, whose: 'all' })).total > 0,
  ),
  tasksOf: read(
    'task.read',
    async (p, { deal }) => (await tasksOf(p, { noun: 'deal', id: deal.id })).total > 0,
  ),
  getTask: read('task.read', async (p, { task }) => (await getTask(p, task)) !== null),
  dueTasks: read('task.read', async p => (await dueTasks(p)).total > 0, ['caseOfficer']),
  calendarEntries: read('calendar.read', async (p, { today }) => {
    const range = { first: '2026-01-01', last: today, whose: 'all', perDay: 20 } as const
    return (await calendarEntries(p, range)).entries.length > 0
  }),
  pickBulk: read(
    'deal.read',
    async (p, { deal }) => ((await pickBulk(p, { numbers: [deal.number] }))?.rows.length ?? 0) > 0,
  ),
  // a run is its own author's: tried in db/write/bulk.test.ts
  getBulk: read('deal.read', async p => (await getBulk(p, randomUUID())) !== null, []),
  companyCases: read('company.read', async (p, { company }) => {
    const cases = await companyCase.companyCases(p, company)
    return cases.deals.length > 0
  }),
}
