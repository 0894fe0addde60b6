import { signingsPerDesk } from '@/db/read/figure/signing'
import { holdsToReview } from '@/db/read/hold-over'
import { getIssue, issuesOf, listIssues, ownIssues } from '@/db/read/issue'
import { listProcedures, overdueProcedures } from '@/db/read/procedure'
import { setLeaderDeal } from '@/db/write/deal-leader'
import { createIssue, editIssue } from '@/db/write/issue'
import { closeIssue, deleteIssue, reopenIssue } from '@/db/write/issue-close'
import { createProcedure, editProcedure, startProceduresOf } from '@/db/write/procedure'
import {
  completeProcedure,
  deleteProcedure,
  reopenProcedure,
  waiveProcedure,
} from '@/db/write/procedure-settle'
import { setLeaderDealInput } from '@/domain/deal/verb-input'
import { usualIssueFilter } from '@/domain/issue/filter'
import * as issue from '@/domain/issue/input'
import { parseInput } from '@/domain/outcome'
import type { Permission } from '@/domain/policy/table'
import * as procedure from '@/domain/procedure/input'
import { aDeal, aLead, type Door, people, type Scene, type Seen, type Who } from './door'
import { permit } from './office'
import { anIssue, aProcedure, templates } from './work'

const casework: Who[] = ['director', 'headOfDesk', 'caseOfficer', 'member']
const cover: Who[] = [...casework, 'colleague']
const heads: Who[] = ['director', 'headOfDesk']
const sees: readonly Who[] = people.filter(who => who !== 'headElsewhere' && who !== 'outsider')

const input = <T>(schema: Parameters<typeof parseInput<T>>[0], form: object): T => {
  const parsed = parseInput(schema, form)
  if (parsed.kind !== 'done') throw new Error(JSON.stringify(parsed))
  return parsed.value
}
const door = <G>(
  permission: Permission,
  may: readonly Who[],
  given: (scene: Scene) => Promise<G>,
  call: (permit: never, given: G, scene: Scene) => unknown,
): Door => ({ permission, may, given, call: call as Door['call'] })

/** A mandatory step on a deal, as its case officer entered it; with `settled` done by him. */
const aStep =
  (settled = false) =>
  async (scene: Scene) => {
    const { number } = await aDeal(scene)
    const id = await aProcedure(scene.cast.caseOfficer, number, { mandatory: 'on' })
    if (settled)
      await completeProcedure(
        permit(scene.cast.caseOfficer, 'procedure.complete'),
        input(procedure.completeProcedureInput, { id, version: 1 }),
      )
    return { id, version: settled ? 2 : 1 }
  }

/** An issue on a lead, of its case officer; with `closed` settled by him. */
const aBlock =
  (closed = false) =>
  async (scene: Scene) => {
    const { number } = await aLead(scene)
    const id = await anIssue(scene.cast.caseOfficer, number)
    if (closed)
      await closeIssue(
        permit(scene.cast.caseOfficer, 'issue.close'),
        input(issue.closeIssueInput, { id, version: 1, settledBy: '已落实' }),
      )
    return { id, version: closed ? 2 : 1 }
  }
type One = { id: number; version: number }

export const workWrites: Record<string, Door> = {
  setLeaderDeal: door('deal.set_leader', casework, aDeal, (p, d) =>
    setLeaderDeal(p, input(setLeaderDealInput, { ...d, leaderName: '王书记' })),
  ),
  startProceduresOf: door(
    'procedure.create',
    casework,
    async s => {
      await s.owner`delete from attachments where procedure_id is not null`
      await s.owner`delete from procedures`
      await s.owner`delete from procedure_templates`
      return { number: (await aDeal(s)).number, ids: await templates(s.owner) }
    },
    (p, { number, ids }) =>
      startProceduresOf(p, input(procedure.startProceduresInput, { number, templates: ids })),
  ),
  createProcedure: door('procedure.create', casework, aDeal, (p, { number }) =>
    createProcedure(p, input(procedure.createProcedureInput, { number, name: '安评' })),
  ),
  editProcedure: door('procedure.edit', casework, aStep(), (p, one: One) =>
    editProcedure(p, input(procedure.editProcedureInput, { ...one, name: '安全评价', agency: '应急局' })),
  ),
  completeProcedure: door('procedure.complete', casework, aStep(), (p, one: One) =>
    completeProcedure(p, input(procedure.completeProcedureInput, one)),
  ),
  waiveProcedure: door('procedure.waive', heads, aStep(), (p, one: One) =>
    waiveProcedure(p, input(procedure.waiveProcedureInput, { ...one, reason: '租用厂房' })),
  ),
  reopenProcedure: door('procedure.reopen', casework, aStep(true), (p, one: One) =>
    reopenProcedure(p, input(procedure.reopenProcedureInput, { ...one, reason: '补材料' })),
  ),
  deleteProcedure: door('procedure.delete', heads, aStep(), (p, { id }: One) =>
    deleteProcedure(p, { id, restore: false }),
  ),
  createIssue: door('issue.create', cover, aDeal, (p, { number }) =>
    createIssue(p, input(issue.createIssueInput, { number, kind: 'funds', title: '贷款未批' })),
  ),
  editIssue: door('issue.edit', cover, aBlock(), (p, one: One) =>
    editIssue(p, input(issue.editIssueInput, { ...one, kind: 'policy', title: '政策未兑现' })),
  ),
  closeIssue: door('issue.close', cover, aBlock(), (p, one: One) =>
    closeIssue(p, input(issue.closeIssueInput, { ...one, settledBy: '已解决' })),
  ),
  reopenIssue: door('issue.reopen', cover, aBlock(true), (p, one: One) =>
    reopenIssue(p, input(issue.reopenIssueInput, { ...one, reason: '又停工' })),
  ),
  deleteIssue: door('issue.delete', [...heads, 'caseOfficer'], aBlock(), (p, { id }: One) =>
    deleteIssue(p, { id, restore: false }),
  ),
}

const read = (
  permission: Permission,
  call: (permit: never, seen: Seen) => Promise<boolean>,
  may: readonly Who[] = sees,
): Door => ({ permission, may, call: call as Door['call'] })

export const workReads: Record<string, Door> = {
  listProcedures: read(
    'procedure.read',
    async (p, { deal }) => (await listProcedures(p, deal.id)).steps.length > 0,
  ),
  overdueProcedures: read('procedure.read', async p => (await overdueProcedures(p, {})).total > 0),
  holdsToReview: read('day.read', async p => (await holdsToReview(p, { mine: false })).total > 0),
  listIssues: read('issue.read', async p => (await listIssues(p, usualIssueFilter)).total > 0),
  issuesOf: read(
    'issue.read',
    async (p, { deal }) => (await issuesOf(p, { noun: 'deal', id: deal.id })).open.length > 0,
  ),
  ownIssues: read('issue.read', async p => (await ownIssues(p)).total > 0, ['caseOfficer']),
  getIssue: read('issue.read', async (p, { issue: id }) => (await getIssue(p, id)) !== null),
  signingsPerDesk: read(
    'day.read',
    async (p, { today }) => (await signingsPerDesk(p, { from: '2026-01-01', to: today })).length > 0,
  ),
}

/** What the reads above find on the deal that stands for all: a step that is overdue, an issue, and another deal on hold. */
export async function workOn(scene: Scene, number: string): Promise<{ issue: number }> {
  const { cast, owner } = scene
  await aProcedure(cast.caseOfficer, number, { dueOn: '2026-02-10' })
  const held = await aDeal(scene)
  await owner`update deals set status = 'on_hold', review_on = '2026-03-01' where id = ${held.id}`
  return { issue: await anIssue(cast.caseOfficer, number) }
}
