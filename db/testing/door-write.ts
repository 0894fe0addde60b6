import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { deleteActivity, logActivity, planNextStep } from '@/db/write/activity'
import { applyBulk, previewBulk } from '@/db/write/bulk'
import { undoBulk } from '@/db/write/bulk-undo'
import { createCompany, editCompany } from '@/db/write/company'
import { deleteCompany, restoreCompany } from '@/db/write/company-delete'
import { createContact, editContact } from '@/db/write/contact'
import { deleteContact, restoreContact } from '@/db/write/contact-delete'
import { revealContact } from '@/db/write/contact-details'
import { createDeal, openDeal } from '@/db/write/deal-create'
import { deleteDeal, restoreDeal } from '@/db/write/deal-delete'
import { correctDeal, editDeal } from '@/db/write/deal-edit'
import { moveBackDeal, moveDeal, undoMoveDeal } from '@/db/write/deal-move'
import { confirmDeal, proposeDeal, returnDeal } from '@/db/write/deal-proposal'
import { redateDeal } from '@/db/write/deal-redate'
import { holdDeal, loseDeal, reviveDeal, withdrawDeal } from '@/db/write/deal-status'
import { addMemberDeal, assignDeal, handOverDeal, removeMemberDeal } from '@/db/write/deal-team'
import { checkWhileTyping } from '@/db/write/duplicate'
import { askDuplicate, ruleDuplicate } from '@/db/write/duplicate-ask'
import { createEvent, editEvent } from '@/db/write/event'
import { deleteEvent, restoreEvent } from '@/db/write/event-delete'
import { logExport } from '@/db/write/export-log'
import { editCompanyFields, editLeadFields } from '@/db/write/fields'
import { contestFirstContact, ruleFirstContact, stateFirstContact } from '@/db/write/first-contact'
import { appraiseLead, judgeLead, returnLead } from '@/db/write/lead-appraisal'
import { disqualifyLead, reopenLead } from '@/db/write/lead-close'
import { convertLead } from '@/db/write/lead-convert'
import { createLead } from '@/db/write/lead-create'
import { deleteLead, restoreLead } from '@/db/write/lead-delete'
import { editLead } from '@/db/write/lead-edit'
import { contactLead } from '@/db/write/lead-move'
import { addLeadMember, assignLead, handOverLead } from '@/db/write/lead-people'
import { tellLead } from '@/db/write/lead-tell'
import { changeTags, setTags } from '@/db/write/record-tags'
import { createTask, editTask } from '@/db/write/task'
import { completeTask, deleteTask, reopenTask } from '@/db/write/task-done'
import { logActivityInput } from '@/domain/activity/input'
import { bulkInput, undoBulkInput } from '@/domain/bulk/input'
import { editFieldsInput } from '@/domain/cell/input'
import { createCompanyInput, editCompanyInput } from '@/domain/company/input'
import { createContactInput, editContactInput } from '@/domain/contact/input'
import { createDealInput, editDealInput, openDealInput } from '@/domain/deal/input'
import * as verb from '@/domain/deal/verb-input'
import { checkLookAlikesInput, ruleDuplicateInput } from '@/domain/duplicate/input'
import { createEventInput, editEventInput } from '@/domain/event/input'
import * as appraisal from '@/domain/lead/appraisal-input'
import { createLeadInput, editLeadInput } from '@/domain/lead/input'
import * as move from '@/domain/lead/move-input'
import { parseInput } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { changeTagsInput, setTagsInput } from '@/domain/tag/input'
import { createTaskInput, editTaskInput } from '@/domain/task/input'
import { closeCapital, companyOf, entryFields } from './deal'
import { aDeal, aLead, type Door, people, type Scene, unlike, type Who } from './door'
import { capitalWrites } from './door-capital'
import { fileWrites } from './door-file'
import { covers, handOvers, leavers } from './door-hand-over'
import { importDoors } from './door-import'
import { mergeDoors } from './door-merge'
import { reviewWrites } from './door-review'
import { workWrites } from './door-work'
import { permit } from './office'

/* domain.md §5, in relation to one record: who changes it, who covers, who decides. */
const casework: Who[] = ['director', 'headOfDesk', 'caseOfficer', 'member']
const cover: Who[] = [...casework, 'colleague']
const heads: Who[] = ['director', 'headOfDesk']
const creator: Who[] = [...heads, 'caseOfficer']
const staff: Who[] = [
  'director',
  'headOfDesk',
  'headElsewhere',
  'caseOfficer',
  'member',
  'colleague',
  'outsider',
]
const ofTheDesk: Who[] = ['director', 'headOfDesk', 'caseOfficer', 'colleague']
const exporters: Who[] = people.filter(who => who !== 'admin')

/** The input as a form would send it; throws where the test itself says it wrong. */
export function input<T>(schema: z.ZodType<T>, form: Record<string, unknown>): T {
  const parsed = parseInput(schema, form)
  if (parsed.kind !== 'done') throw new Error(JSON.stringify(parsed))
  return parsed.value
}

const reason = { reasonCode: 'price', reason: '地价' }
const approval = {
  approvalAuthority: '区管委会',
  approvalNumber: '东管审 12 号',
  approvalOn: '2026-02-01',
  agreementOn: '2026-01-28',
  agreementReference: '协议 3 号',
  effectiveOn: '2026-03-01',
}
type Case = { id: number; number: string; version: number }

/** In the procedures since 1 February, moved there by `by`. */
async function entered(scene: Scene, by: Who = 'director') {
  const deal = await aDeal(scene, entryFields)
  await closeCapital(scene.office, deal.id)
  const moved = await moveDeal(
    permit(scene.cast[by], 'deal.move'),
    input(verb.moveDealInput, { ...deal, to: 'entry_procedures', effectiveOn: '2026-02-01' }),
  )
  if (moved.kind !== 'done') throw new Error(JSON.stringify(moved))
  return { ...deal, version: moved.value.version }
}

/** With an approval that the case officer proposed. */
export async function proposedDeal(scene: Scene) {
  const deal = await entered(scene)
  const outcome = await proposeDeal(
    permit(scene.cast.caseOfficer, 'deal.propose'),
    input(verb.proposeDealInput, { ...deal, ...approval }),
  )
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  const [row] =
    await scene.owner`select id from stage_proposals where deal_id = ${deal.id} and decided_at is null`
  return { ...deal, proposalId: Number(row?.id) }
}

async function held(scene: Scene) {
  const deal = await aDeal(scene)
  const outcome = await holdDeal(
    permit(scene.cast.director, 'deal.hold'),
    input(verb.holdDealInput, { ...deal, ...reason, reviewOn: scene.today }),
  )
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return { ...deal, version: deal.version + 1 }
}

async function contacted(scene: Scene) {
  const lead = await aLead(scene)
  await contactLead(
    permit(scene.cast.director, 'lead.move'),
    input(move.contactLeadInput, {
      number: lead.number,
      reachedName: '王女士',
      reachedOn: scene.today,
      nextStep: '再谈',
      nextStepOn: scene.today,
    }),
  )
  return lead
}

const verdict = { verdict: 'pursue', verdictReason: '合适' }

/** Waits for the verdict. */
async function appraised(scene: Scene) {
  const lead = await contacted(scene)
  await appraiseLead(
    permit(scene.cast.caseOfficer, 'lead.appraise'),
    input(appraisal.appraiseLeadInput, { number: lead.number, ...verdict }),
  )
  return { ...lead, version: lead.version + 2 }
}

async function qualified(scene: Scene) {
  const lead = await appraised(scene)
  const judged = await judgeLead(
    permit(scene.cast.director, 'lead.judge'),
    input(appraisal.judgeLeadInput, { ...lead, ...verdict }),
  )
  if (judged.kind !== 'done') throw new Error(JSON.stringify(judged))
  return lead
}

const deal = (
  permission: Door['permission'],
  may: readonly Who[],
  given: NonNullable<Door['given']>,
  call: Door['call'],
): Door => ({ permission, may, given, call })

/** A tag to put on. */
async function aTag({ owner }: Scene) {
  const [row] = await owner`
    insert into tags (name, key) values ('重点', 'given') on conflict (key) do update set name = '重点' returning id`
  return Number(row?.id)
}

/** A run over the one lead, that gives it to a colleague. */
const runOver = ({ number, version }: Case, { cast }: Scene) =>
  input(bulkInput, {
    items: [`${number}.${version}`],
    submission: randomUUID(),
    officerId: cast.colleague.id,
  })

export const writes: Record<string, Door> = {
  editLeadFields: deal('lead.edit', casework, aLead, (p, l) =>
    editLeadFields(p, input(editFieldsInput, { ...(l as Case), values: { need: '改作仓库' } })),
  ),
  editCompanyFields: deal(
    'company.edit',
    staff,
    async ({ office, owner }) => {
      const id = await companyOf(office)
      const [row] = await owner`select number, version from companies where id = ${id}`
      return row
    },
    (p, c) => {
      const { number, version } = c as Case
      return editCompanyFields(
        p,
        input(editFieldsInput, { number, version, values: { website: `https://${version}.example.com` } }),
      )
    },
  ),
  // done and thrown away, whoever asks
  previewBulk: deal('lead.assign', [], aLead, (p, l, scene) => previewBulk(p, runOver(l as Case, scene))),
  applyBulk: deal('lead.assign', heads, aLead, (p, l, scene) => applyBulk(p, runOver(l as Case, scene))),
  undoBulk: deal(
    'lead.assign',
    ['director'],
    async scene => {
      const run = runOver(await aLead(scene), scene)
      await applyBulk(permit(scene.cast.director, 'lead.assign'), run)
      return run.mark
    },
    (p, of) => undoBulk(p, input(undoBulkInput, { of, submission: randomUUID() })),
  ),
  setTags: deal(
    'deal.tag',
    casework,
    async scene => ({ ...(await aDeal(scene)), tag: await aTag(scene) }),
    (p, d) => {
      const { number, tag } = d as Case & { tag: number }
      return setTags(p, input(setTagsInput, { number, tags: [tag] }))
    },
  ),
  changeTags: deal(
    'lead.tag',
    casework,
    async scene => ({ ...(await aLead(scene)), tag: await aTag(scene) }),
    (p, l) => {
      const { number, tag } = l as Case & { tag: number }
      return changeTags(p, input(changeTagsInput, { number, add: [tag] }))
    },
  ),
  ...capitalWrites,
  ...handOvers,
  ...covers,
  ...leavers,
  createDeal: {
    permission: 'deal.create',
    may: ofTheDesk,
    given: ({ office }) => companyOf(office),
    call: (p, companyId, { office, cast }) =>
      createDeal(
        p,
        input(createDealInput, {
          name: '新项目',
          companyId,
          deskId: office.desks.domestic,
          officerId: cast.caseOfficer.id,
          country: 'TW',
          industryId: office.industryId,
          source: 'visit',
        }),
      ),
  },
  openDeal: {
    permission: 'deal.open',
    may: heads,
    given: ({ office }) => companyOf(office),
    call: (p, companyId, { office, cast }) =>
      openDeal(
        p,
        input(openDealInput, {
          name: '补录',
          companyId,
          deskId: office.desks.domestic,
          officerId: cast.caseOfficer.id,
          country: 'TW',
          industryId: office.industryId,
          source: 'visit',
          stage: 'entry_procedures',
          negotiationOn: '2026-01-01',
          entryProceduresOn: '2026-02-01',
        }),
      ),
  },
  editDeal: deal('deal.edit', casework, aDeal, (p, d: Case) =>
    editDeal(p, input(editDealInput, { ...d, name: '改名' })),
  ),
  correctDeal: deal(
    'deal.correct',
    heads,
    s => aDeal(s, entryFields),
    (p, d: Case) =>
      correctDeal(
        p,
        input(verb.correctDealInput, { ...d, total: '2亿', totalCurrency: 'CNY', reason: '更正' }),
      ),
  ),
  moveDeal: deal(
    'deal.move',
    casework,
    s => aDeal(s, entryFields),
    (p, d: Case) => moveDeal(p, input(verb.moveDealInput, { ...d, to: 'entry_procedures' })),
  ),
  undoMoveDeal: deal(
    'deal.undo_move',
    ['caseOfficer'],
    s => entered(s, 'caseOfficer'),
    (p, d: Case) => undoMoveDeal(p, { number: d.number }),
  ),
  redateDeal: deal(
    'deal.move',
    ['caseOfficer'],
    s => entered(s, 'caseOfficer'),
    (p, d: Case) => redateDeal(p, { number: d.number, effectiveOn: '2026-02-10' }),
  ),
  moveBackDeal: deal(
    'deal.move_back',
    heads,
    s => entered(s),
    (p, d: Case) =>
      moveBackDeal(p, input(verb.moveBackDealInput, { ...d, to: 'negotiation', reason: '退回' })),
  ),
  proposeDeal: deal(
    'deal.propose',
    casework,
    s => entered(s),
    (p, d: Case) => proposeDeal(p, input(verb.proposeDealInput, { ...d, ...approval })),
  ),
  confirmDeal: deal('deal.confirm', heads, proposedDeal, (p, d: Case & { proposalId: number }) =>
    confirmDeal(p, { number: d.number, proposalId: d.proposalId }),
  ),
  returnDeal: deal('deal.return', heads, proposedDeal, (p, d: Case & { proposalId: number }) =>
    returnDeal(p, { number: d.number, proposalId: d.proposalId, reason: '补材料' }),
  ),
  holdDeal: deal('deal.hold', casework, aDeal, (p, d: Case, { today }) =>
    holdDeal(p, input(verb.holdDealInput, { ...d, ...reason, reviewOn: today })),
  ),
  loseDeal: deal('deal.lose', casework, aDeal, (p, d: Case) =>
    loseDeal(p, input(verb.loseDealInput, { ...d, ...reason })),
  ),
  withdrawDeal: deal('deal.withdraw', casework, aDeal, (p, d: Case) =>
    withdrawDeal(p, input(verb.withdrawDealInput, { ...d, ...reason })),
  ),
  reviveDeal: deal('deal.revive', heads, held, (p, d: Case) =>
    reviveDeal(p, input(verb.reviveDealInput, { ...d, reason: '恢复' })),
  ),
  assignDeal: deal('deal.assign', heads, aDeal, (p, d: Case, { cast }) =>
    assignDeal(p, { ...d, officerId: cast.colleague.id }),
  ),
  addMemberDeal: deal('deal.add_member', casework, aDeal, (p, d: Case, { cast }) =>
    addMemberDeal(p, { ...d, memberId: cast.colleague.id }),
  ),
  removeMemberDeal: deal(
    'deal.add_member',
    ['director', 'headOfDesk', 'caseOfficer'],
    aDeal,
    (p, d: Case, { cast }) => removeMemberDeal(p, { ...d, memberId: cast.member.id }),
  ),
  handOverDeal: deal('deal.hand_over', ['director'], aDeal, (p, d: Case, { office }) =>
    handOverDeal(
      p,
      input(verb.handOverDealInput, { ...d, deskId: office.desks.japan_korea, reason: '日资' }),
    ),
  ),
  deleteDeal: deal('deal.delete', creator, aDeal, (p, d: Case) =>
    deleteDeal(p, { number: d.number, reason: null }),
  ),
  restoreDeal: deal(
    'deal.restore',
    creator,
    async s => {
      const d = await aDeal(s)
      await deleteDeal(permit(s.cast.director, 'deal.delete'), { number: d.number, reason: null })
      return d
    },
    (p, d: Case) => restoreDeal(p, { number: d.number }),
  ),

  createLead: {
    permission: 'lead.create',
    may: staff,
    call: (p, _, { office, today }) =>
      createLead(
        p,
        input(createLeadInput, {
          name: `新客商${unlike()}`,
          country: 'CN',
          need: '看厂房',
          nextStep: '回电',
          nextStepOn: today,
          deskId: office.desks.domestic,
        }),
      ),
  },
  editLead: deal('lead.edit', casework, aLead, (p, l: Case) =>
    editLead(
      p,
      input(editLeadInput, { ...l, name: `改名${unlike()}`, country: 'CN', need: '厂房', source: 'visit' }),
    ),
  ),
  contactLead: deal('lead.move', casework, aLead, (p, l: Case, { today }) =>
    contactLead(
      p,
      input(move.contactLeadInput, {
        number: l.number,
        reachedName: '王女士',
        reachedOn: today,
        nextStep: '再谈',
        nextStepOn: today,
      }),
    ),
  ),
  appraiseLead: deal('lead.appraise', casework, contacted, (p, l: Case) =>
    appraiseLead(p, input(appraisal.appraiseLeadInput, { number: l.number, ...verdict })),
  ),
  judgeLead: deal('lead.judge', heads, appraised, (p, l: Case) =>
    judgeLead(p, input(appraisal.judgeLeadInput, { ...l, ...verdict })),
  ),
  returnLead: deal('lead.return', heads, appraised, (p, l: Case) =>
    returnLead(p, input(appraisal.returnLeadInput, { ...l, reason: '再谈一次' })),
  ),
  tellLead: deal(
    'lead.tell',
    casework,
    async s => {
      const l = await aLead(s)
      await s.owner`update leads set introduced_by = '贸促会', tell_due = current_date + 5 where id = ${l.id}`
      return l
    },
    (p, l: Case, { today }) =>
      tellLead(
        p,
        input(appraisal.tellLeadInput, { ...l, toldOn: today, toldHow: 'call', toldText: '已联系' }),
      ),
  ),
  disqualifyLead: deal('lead.disqualify', casework, aLead, (p, l: Case) =>
    disqualifyLead(
      p,
      input(move.disqualifyLeadInput, { number: l.number, reasonCode: 'no_reply', reason: '无回音' }),
    ),
  ),
  reopenLead: deal(
    'lead.reopen',
    heads,
    async s => {
      const l = await aLead(s)
      await disqualifyLead(
        permit(s.cast.director, 'lead.disqualify'),
        input(move.disqualifyLeadInput, { number: l.number, reasonCode: 'no_reply', reason: '无回音' }),
      )
      return l
    },
    (p, l: Case) => reopenLead(p, { number: l.number, reason: '又来电' }),
  ),
  convertLead: deal('lead.convert', casework, qualified, (p, l: Case, { office, cast }) =>
    convertLead(
      p,
      input(move.convertLeadInput, {
        number: l.number,
        name: '转项目',
        companyName: `来访企业${l.number}`,
        deskId: office.desks.domestic,
        officerId: cast.caseOfficer.id,
        country: 'CN',
        industryId: office.industryId,
        source: 'visit',
        verdict: 'pursue',
        verdictReason: '合适',
      }),
    ),
  ),
  assignLead: deal('lead.assign', heads, aLead, (p, l: Case, { cast }) =>
    assignLead(p, { number: l.number, officerId: cast.colleague.id }),
  ),
  addLeadMember: deal('lead.add_member', casework, aLead, (p, l: Case, { cast }) =>
    addLeadMember(p, { number: l.number, memberId: cast.colleague.id }),
  ),
  handOverLead: deal('lead.hand_over', ['director'], aLead, (p, l: Case, { office }) =>
    handOverLead(p, { number: l.number, deskId: office.desks.japan_korea, reason: '日资' }),
  ),
  deleteLead: deal('lead.delete', creator, aLead, (p, l: Case) => deleteLead(p, { number: l.number })),
  restoreLead: deal(
    'lead.restore',
    creator,
    async s => {
      const l = await aLead(s)
      await deleteLead(permit(s.cast.director, 'lead.delete'), { number: l.number })
      return l
    },
    (p, l: Case) => restoreLead(p, { number: l.number }),
  ),

  logActivity: deal('activity.create', cover, aDeal, (p, d: Case, { today }) =>
    logActivity(
      p,
      input(logActivityInput, { record: d.number, kind: 'call', happenedOn: today, text: '通话' }),
    ),
  ),
  planNextStep: deal('activity.create', cover, aLead, (p, l: Case, { today }) =>
    planNextStep(p, { record: l.number, nextStep: '见面', nextStepOn: today }),
  ),
  deleteActivity: deal(
    'activity.delete',
    creator,
    async s => {
      const d = await aDeal(s)
      const logged = await logActivity(
        permit(s.cast.caseOfficer, 'activity.create'),
        input(logActivityInput, { record: d.number, kind: 'call', happenedOn: s.today, text: '通话' }),
      )
      return logged.kind === 'done' ? logged.value.activityId : 0
    },
    (p, id: number) => deleteActivity(p, { id, restore: false }),
  ),

  createTask: deal('task.create', cover, aDeal, (p, d: Case) =>
    createTask(p, input(createTaskInput, { record: d.number, title: '寄资料' })),
  ),
  editTask: deal('task.edit', cover, aTask, (p, id: number) =>
    editTask(p, input(editTaskInput, { id, version: 1, title: '改寄样品' })),
  ),
  completeTask: deal('task.complete', cover, aTask, (p, id: number) => completeTask(p, { id })),
  reopenTask: deal(
    'task.reopen',
    cover,
    async s => {
      const id = await aTask(s)
      await completeTask(permit(s.cast.caseOfficer, 'task.complete'), { id })
      return id
    },
    (p, id: number) => reopenTask(p, { id }),
  ),
  deleteTask: deal('task.delete', creator, aTask, (p, id: number) => deleteTask(p, { id, restore: false })),

  createCompany: {
    permission: 'company.create',
    may: staff,
    call: p => createCompany(p, input(createCompanyInput, { name: `企业${unlike()}`, country: 'CN' })),
  },
  editCompany: deal('company.edit', staff, aCompany, (p, c: Case) =>
    editCompany(p, input(editCompanyInput, { ...c, name: `改${c.number}`, country: 'CN' })),
  ),
  deleteCompany: deal('company.delete', [...heads, 'headElsewhere', 'caseOfficer'], aCompany, (p, c: Case) =>
    deleteCompany(p, { number: c.number }),
  ),
  restoreCompany: deal(
    'company.restore',
    [...heads, 'headElsewhere', 'caseOfficer'],
    async s => {
      const c = await aCompany(s)
      await deleteCompany(permit(s.cast.director, 'company.delete'), { number: c.number })
      return c
    },
    (p, c: Case) => restoreCompany(p, { number: c.number }),
  ),
  checkWhileTyping: {
    permission: 'duplicate.check',
    may: staff,
    call: async p => {
      await checkWhileTyping(p, input(checkLookAlikesInput, { noun: 'lead', names: ['新客商'], reach: [] }))
      return { kind: 'done' }
    },
  },
  askDuplicate: {
    permission: 'duplicate.ask',
    may: staff,
    // whoever asks has met it: the table of meetings is written by the check alone
    given: async ({ owner, cast }) => {
      const tokens: Record<number, string> = {}
      for (const { id } of Object.values(cast)) {
        const [row] = await owner`insert into duplicate_probes (user_id, noun, record_id, how, name)
          values (${id}, 'lead', 1, 'name', '客商') returning token`
        tokens[id] = String(row?.token)
      }
      return tokens
    },
    call: (p: Permit<'duplicate.ask'>, tokens: Record<number, string>) =>
      askDuplicate(p, { ask: tokens[p.actor?.id] ?? crypto.randomUUID(), name: null }),
  },
  ruleDuplicate: deal('duplicate.rule', casework, askedLead, (p, { id }: Case) =>
    ruleDuplicate(p, input(ruleDuplicateInput, { id, verdict: 'different', reason: '另一家' })),
  ),
  contestFirstContact: deal('first_contact.contest', casework, contestedLead, (p, l: Case) =>
    contestFirstContact(p, { record: l.number, reason: '先见面' }),
  ),
  stateFirstContact: deal(
    'first_contact.state',
    ['director', 'headElsewhere', 'outsider'],
    aContest,
    (p, { id }: Case) => stateFirstContact(p, { id, statement: '三月已会面' }),
  ),
  ruleFirstContact: deal('first_contact.rule', ['director'], aContest, (p, { id }: Case) =>
    ruleFirstContact(p, { id, winner: 'claimant', claimantPercent: 60, ruling: '依记录' }),
  ),
  createContact: {
    permission: 'contact.create',
    may: staff,
    call: p => createContact(p, input(createContactInput, { name: '李先生', phones: `139${unlike()}` })),
  },
  editContact: deal('contact.edit', staff, aContact, (p, c: Case) =>
    editContact(p, input(editContactInput, { ...c, name: '改名' })),
  ),
  revealContact: deal('contact.reveal', staff, aContact, (p, c: Case) =>
    revealContact(p, { number: c.number }),
  ),
  deleteContact: deal('contact.delete', [...heads, 'headElsewhere', 'caseOfficer'], aContact, (p, c: Case) =>
    deleteContact(p, { number: c.number }),
  ),
  restoreContact: deal(
    'contact.restore',
    [...heads, 'headElsewhere', 'caseOfficer'],
    async s => {
      const c = await aContact(s)
      await deleteContact(permit(s.cast.director, 'contact.delete'), { number: c.number })
      return c
    },
    (p, c: Case) => restoreContact(p, { number: c.number }),
  ),

  createEvent: {
    permission: 'event.create',
    may: ofTheDesk,
    call: (p, _, s) => createEvent(p, input(createEventInput, eventForm(s))),
  },
  editEvent: deal('event.edit', ofTheDesk, anEvent, (p, e: Case, s) =>
    editEvent(p, input(editEventInput, { ...e, ...eventForm(s), name: '改名' })),
  ),
  deleteEvent: deal('event.delete', creator, anEvent, (p, e: Case) => deleteEvent(p, { number: e.number })),
  restoreEvent: deal(
    'event.restore',
    creator,
    async s => {
      const e = await anEvent(s)
      await deleteEvent(permit(s.cast.director, 'event.delete'), { number: e.number })
      return e
    },
    (p, e: Case) => restoreEvent(p, { number: e.number }),
  ),

  ...mergeDoors,
  ...fileWrites,
  ...workWrites,
  ...importDoors,
  ...reviewWrites,

  logExport: {
    permission: 'deal.export',
    may: exporters,
    call: async p => {
      await logExport(p, { format: 'csv', rows: 1, filter: {} })
      return { kind: 'done' }
    },
  },
}

/** On a deal, for its case officer, who entered it. */
export async function aTask(scene: Scene, number?: string): Promise<number> {
  const made = await createTask(
    permit(scene.cast.caseOfficer, 'task.create'),
    input(createTaskInput, { record: number ?? (await aDeal(scene)).number, title: '寄资料' }),
  )
  if (made.kind !== 'done') throw new Error(JSON.stringify(made))
  return made.value.id
}

const eventForm = ({ office }: Scene) => ({
  kind: 'seminar',
  name: '说明会',
  startsOn: '2026-05-01',
  country: 'JP',
  city: '大阪',
  deskIds: [office.desks.domestic],
})

async function anEvent(scene: Scene): Promise<Case> {
  const made = await createEvent(
    permit(scene.cast.caseOfficer, 'event.create'),
    input(createEventInput, eventForm(scene)),
  )
  if (made.kind !== 'done') throw new Error(JSON.stringify(made))
  return { id: 0, number: made.value.number, version: 1 }
}

/** A lead whose investor the other desk met first, and this one after. */
async function contestedLead(scene: Scene): Promise<Case> {
  const lead = await aLead(scene)
  const { owner, office, cast } = scene
  const [company] = await owner`
    insert into companies (number, name, country, name_key, search_text, created_by, updated_by)
    values (${`C-2026-${unlike()}`}, '争议企业', 'CN', '', '', ${cast.director.id}, ${cast.director.id}) returning id`
  await owner`update leads set company_id = ${company?.id} where id = ${lead.id}`
  const { japan_korea: theirs, domestic: ours } = office.desks
  for (const [desk, by, ago] of [
    [theirs, cast.outsider.id, 3],
    [ours, cast.caseOfficer.id, 1],
  ] as const)
    await owner`insert into first_contacts (investor, desk_id, kind, with_name, by, at)
      values (${`c:${company?.id}`}, ${desk}, 'meeting', '王总', ${by}, now() - make_interval(days => ${ago}))`
  return lead
}

async function aContest(scene: Scene): Promise<Case> {
  const lead = await contestedLead(scene)
  const made = await contestFirstContact(permit(scene.cast.caseOfficer, 'first_contact.contest'), {
    record: lead.number,
    reason: '先见面',
  })
  return { ...lead, id: made.kind === 'done' ? made.value.id : 0 }
}

/** A lead that an officer of another desk asked about. */
async function askedLead(scene: Scene): Promise<Case> {
  const lead = await aLead(scene)
  const [row] = await scene.owner`
    insert into duplicate_rulings (noun, typed, other_noun, other_id, other_name, other_desk_id, how, asked_by)
    values ('lead', '客商', 'lead', ${lead.id}, '客商', ${scene.office.desks.domestic}, 'name', ${scene.cast.outsider.id})
    returning id`
  return { ...lead, id: Number(row?.id) }
}

async function aCompany(scene: Scene): Promise<Case> {
  const made = await createCompany(
    permit(scene.cast.caseOfficer, 'company.create'),
    input(createCompanyInput, { name: `企业${crypto.randomUUID()}`, country: 'CN' }),
  )
  if (made.kind !== 'done') throw new Error(JSON.stringify(made))
  return { id: 0, number: made.value.number, version: 1 }
}

async function aContact(scene: Scene): Promise<Case> {
  const made = await createContact(
    permit(scene.cast.caseOfficer, 'contact.create'),
    input(createContactInput, { name: '李先生', phones: `139${unlike()}` }),
  )
  if (made.kind !== 'done') throw new Error(JSON.stringify(made))
  return { id: 0, number: made.value.number, version: 1 }
}
