import { and, inArray, isNull } from 'drizzle-orm'
import { recordAll } from '@/db/as'
import { companies } from '@/db/schema/company'
import { changesBetween } from '@/db/write/change'
import { companyColumns } from '@/db/write/company'
import { parentFault } from '@/db/write/company-fault'
import { companyNames, insertCompanies, type NewCompany } from '@/db/write/company-insert'
import { factsOf, type LockedCompany, lockedCompanyColumns, valuesOf } from '@/db/write/company-lock'
import { keepAllRulings } from '@/db/write/duplicate'
import { saveMany } from '@/db/write/many'
import { dateIn } from '@/domain/calendar/date'
import type { CompanyFields } from '@/domain/company/company'
import { createCompanyInput, editCompanyInput } from '@/domain/company/input'
import { nameKey } from '@/domain/name/name-key'
import { type FieldErrors, parseInput } from '@/domain/outcome'
import { createdOf } from './created'
import { differing, formOf } from './form'
import type { Batch, Change, Changes, Draft, ImportNoun } from './row'
import { rulingsOf } from './ruling'

type Found = LockedCompany & { number: string; createdAt: Date; parentName: string | null }
type Work = { found: Found; fields: CompanyFields }

export const companyImport: ImportNoun<Found, NewCompany, Work> = {
  noun: 'company',
  find,
  mayChange: () => true,
  create,
  change,
  verify,
  insert: async (batch, creates) => {
    const made = await insertCompanies(
      batch.tx,
      batch.permit,
      creates.map(({ work, ruling }) => ({
        ...work,
        number: batch.number('C'),
        why: ruling.different ? { different: ruling.different } : {},
      })),
    )
    await keepAllRulings(batch.tx, batch.permit, rulingsOf('company', creates, made))
    return made.map(({ id }, at) => ({
      at: creates[at]?.at ?? 0,
      noun: 'company',
      id,
      version: 1,
      created: true,
      before: null,
    }))
  },
  save: async ({ tx, permit }, updates) => {
    await saveMany(tx, permit, companies, updates, ({ work: { found, fields } }) => ({
      ...found,
      columns: companyColumns(fields, found.number),
    }))
    await recordAll(
      tx,
      'company',
      updates.map(({ work, changes }) => ({
        id: work.found.id,
        details: { changes: logged(work, changes) },
      })),
    )
    return updates.map(({ at, work: { found } }) => ({
      at,
      noun: 'company',
      id: found.id,
      version: found.version + 1,
      created: false,
      before: factsOf(found),
    }))
  },
}

/** The log is read by people: a parent by its name. */
function logged({ found, fields }: Work, changes: Changes | null) {
  const log = changesBetween(factsOf(found), fields)
  if (log.parentId && changes?.parentId) log.parentId = changes.parentId
  return log
}

async function find({ tx }: Batch, numbers: readonly string[], hold: boolean): Promise<Found[]> {
  if (numbers.length === 0) return []
  const query = tx
    .select({ ...lockedCompanyColumns, number: companies.number, createdAt: companies.createdAt })
    .from(companies)
    .where(and(inArray(companies.number, [...numbers]), isNull(companies.deletedAt)))
  const found = hold ? await query.orderBy(companies.id).for('update') : await query
  const parents = await namesOf(
    tx,
    found.flatMap(({ parentId }) => parentId ?? []),
  )
  return found.map(one => ({ ...one, parentName: parents.get(one.parentId ?? 0) ?? null }))
}

async function namesOf(tx: Batch['tx'], ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: companies.id, name: companies.name })
    .from(companies)
    .where(inArray(companies.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const finders = ({ known }: Batch) => ({ industryId: known.industry, parentId: known.company })

function create(batch: Batch, said: Record<string, string>): Draft<NewCompany> {
  const { form, errors } = formOf(said, finders(batch))
  const parsed = parseInput(createCompanyInput, form)
  if (parsed.kind !== 'done')
    return { errors: { ...parsed.fields, ...errors }, work: null, typed: { noun: 'company' } }
  const { submission: _, ruled: _r, attach: _a, different: _d, asks: _s, ...fields } = parsed.value
  const { created, errors: createdErrors } = createdOf(batch, said)
  return {
    errors: { ...createdErrors, ...errors },
    work: { ...fields, ...created },
    typed: { noun: 'company', names: companyNames(fields), creditCode: fields.creditCode },
  }
}

function change(batch: Batch, found: Found, said: Record<string, string>): Change<Work> {
  const { form, errors } = formOf(said, finders(batch))
  const createdOn = dateIn(batch.known.rules.timezone, found.createdAt)
  const now = { ...texts(valuesOf(found)), inZone: found.inZone ? 'on' : '', createdOn }
  const names = { parentId: found.parentName ?? '', industryId: nameBy(batch, found.industryId) }
  if (form.name && Object.values(found.names).includes(form.name)) delete form.name
  const { sent, changes, kept } = differing('company', { form, said }, { now, names })
  const parsed = parseInput(editCompanyInput, {
    ...now,
    ...sent,
    number: found.number,
    version: found.version,
  })
  const none = { changes, kept, typed: { noun: 'company' as const, self: found.id } }
  if (parsed.kind !== 'done') return { ...none, errors: { ...parsed.fields, ...errors }, work: null }
  const { number: _n, version: _v, ruled: _r, attach: _a, different: _d, asks: _s, ...fields } = parsed.value
  const renamed = nameKey(fields.name) !== nameKey(found.name) || 'names.zh-Hans' in sent
  return {
    errors,
    changes,
    kept,
    work: { found, fields },
    typed: {
      ...none.typed,
      names: renamed ? companyNames(fields) : [],
      creditCode: fields.creditCode === found.creditCode ? null : fields.creditCode,
    },
  }
}

const texts = (values: Record<string, string | number | null>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value === null ? '' : String(value)]))

const nameBy = ({ known }: Batch, id: number | null): string => {
  const found = id === null ? 'none' : known.industry(String(id))
  return typeof found === 'string' ? '' : found.name
}

/** A company that would become its own parent. */
async function verify({ tx }: Batch, updates: Parameters<NonNullable<typeof companyImport.verify>>[1]) {
  const wrong = new Map<number, FieldErrors>()
  for (const { at, work } of updates) {
    if (!work?.fields.parentId || work.fields.parentId === work.found.parentId) continue
    const fault = await parentFault(tx, work.fields.parentId, work.found.id)
    if (fault) wrong.set(at, fault.fields)
  }
  return wrong
}
