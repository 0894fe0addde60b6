import type { procedures } from '@/db/schema/procedure'
import { addDays, type IsoDate, startOfDay } from '@/domain/calendar/date'
import { addWorkingDays } from '@/domain/calendar/working-day'
import { firstTemplates } from '@/domain/procedure/first-templates'
import { dueDays } from '@/domain/procedure/procedure'
import { officeDay, TIMEZONE } from './days'
import type { DealStory } from './deal-life'
import type { Kit } from './kit'
import type { People } from './people'
import { type Random, randomFrom } from './random'
import type { LogDraft } from './world'

type ProcedureRow = Omit<typeof procedures.$inferSelect, 'deskId' | 'teamIds' | 'readerIds'>
type Case = { id: number; story: DealStory }

const steps = firstTemplates.map(({ after, ...template }, at) => ({
  ...template,
  id: at + 1,
  afterIds: after.map(key => firstTemplates.findIndex(one => one.key === key) + 1),
}))

/** Why a head lets one be: where no land is taken up, nothing has to be examined. */
const waivers: Partial<Record<string, string>> = {
  land: '租用标准厂房，不新增用地',
  planning: '租用标准厂房，不办理用地规划许可',
}

const numbers: Partial<Record<string, string>> = {
  name: '名核〔#〕',
  filing: '冀开备〔#〕',
  environment: '开环审〔#〕',
  land: '开预审〔#〕',
  planning: '地字第 #',
}

/** The steps of the deals that are in entry, or came through it: settled as time went by, some late, some waived. */
export function procedureRows(kit: Kit, people: People, stories: readonly DealStory[]) {
  const random = randomFrom('手续')
  const cases = stories.map((story, index) => ({ id: index + 1, story }))
  const rows = cases
    .flatMap(one => stepsOf(kit, people, random, one))
    .map((row, index) => ({ ...row, id: index + 1 }))
  const idOf = new Map(rows.map(row => [`${row.dealId} ${row.templateId}`, row.id]))
  // what comes before is said of templates, and stands as the steps of the same deal
  return rows.map(row => ({
    ...row,
    afterIds: row.afterIds.flatMap(template => idOf.get(`${row.dealId} ${template}`) ?? []),
  }))
}

/** The log of the deals: what was settled, and what was waived and why. */
export const procedureLogs = (rows: readonly ProcedureRow[]): LogDraft[] =>
  rows.flatMap(row => {
    const told = { procedureId: row.id, procedure: row.name }
    const line = (at: Date, actorId: number, verb: LogDraft['verb'], details: object): LogDraft => ({
      ...{ at, actorId, verb, noun: 'deal', recordId: row.dealId },
      details: { ...told, ...details },
    })
    const { doneOn, documentNumber, waivedAt, waivedBy, waivedReason } = row
    if (doneOn)
      return [
        line(row.updatedAt, row.updatedBy, 'procedure.complete', {
          effectiveOn: doneOn,
          ...(documentNumber && { documentNumber }),
        }),
      ]
    return waivedAt && waivedBy ? [line(waivedAt, waivedBy, 'procedure.waive', { reason: waivedReason })] : []
  })

function stepsOf({ days }: Kit, people: People, random: Random, { id, story }: Case): ProcedureRow[] {
  const { plan, row, facts, proposals } = story
  const line = facts.find(one => one.fact === 'stage' && one.value === 'entry_procedures')
  if (!line || row.status === 'lost' || row.status === 'withdrawn') return []
  // what was entered as it stood brings no steps
  if (line.opening) return []
  const began = line.effectiveOn
  const through = row.stage === 'approved' || proposals.some(one => one.decidedAt === null)
  const head = people.id(people.headOf(plan.desk))
  const officer = people.id(plan.officer)
  const due = dueDays(steps, began)
  const rented = random.chance(0.3)
  const slow = !through && random.chance(0.35)
  const wanted = steps.filter(step => step.mandatory || random.chance(0.4))
  return wanted.map((step, position) => {
    const dueOn = due.get(step.id) ?? null
    const waived = rented && waivers[step.key] ? waivers[step.key] : null
    const end = officeDay(addDays(dueOn ?? began, slow ? random.int(5, 30) : random.int(-6, 3)))
    const doneOn = waived ? null : settledOn(through ? earlier(end, row.stageSince) : end, began, days.latest)
    const waivedAt = waived ? moment(addWorkingDays(began, 2), random) : null
    const settledAt = waivedAt ?? (doneOn ? moment(doneOn, random) : null)
    const at = settledAt && settledAt > days.now ? days.now : settledAt
    return {
      ...{ id: 0, dealId: id, templateId: step.id, name: step.name, names: step.names },
      ...{ agency: step.agency, mandatory: step.mandatory, position, afterIds: step.afterIds, dueOn },
      doneOn,
      documentNumber: doneOn ? numberOf(step.key, doneOn, random) : null,
      officerId: null,
      note: null,
      ...(waived && waivedAt && waivedAt < days.now
        ? { waivedAt, waivedBy: head, waivedReason: waived }
        : { waivedAt: null, waivedBy: null, waivedReason: null }),
      toldAt: null,
      version: at ? 2 : 1,
      createdAt: line.recordedAt,
      createdBy: officer,
      updatedAt: at ?? line.recordedAt,
      updatedBy: waived ? head : officer,
      ...{ deletedAt: null, deletedBy: null },
    }
  })
}

/** On its day when that has come; null while it has not. */
const settledOn = (on: IsoDate, began: IsoDate, latest: IsoDate): IsoDate | null => {
  const day = on < began ? began : on
  return day <= latest ? day : null
}

const earlier = (one: IsoDate, other: IsoDate) => (one < other ? one : other)
const moment = (on: IsoDate, random: Random) =>
  new Date(startOfDay(TIMEZONE, on).getTime() + random.int(9 * 60, 17 * 60) * 60_000)

function numberOf(key: string, on: IsoDate, random: Random): string | null {
  const form = numbers[key]
  return form ? `${form.replace('#', on.slice(0, 4))}${random.int(11, 240)}号` : null
}
