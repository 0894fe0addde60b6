import { randomBytes } from 'node:crypto'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { hashPassword } from '@/db/door/password'
import { deskMembers, users } from '@/db/schema/user'
import { changesBetween } from '@/db/write/change'
import { oneAtATime } from '@/db/write/one-at-a-time'
import { setMembership } from '@/db/write/user-desk'
import { conflict, done, gone, invalidField, type Outcome, refused } from '@/domain/outcome'
import { oneTimeBytes, oneTimePassword } from '@/domain/password/one-time'
import type { Permit } from '@/domain/policy/permit'
import { isLastAdmin, membershipFault, membershipOf } from '@/domain/user/account'
import type { CreateUserInput, EditUserInput, UserRefInput } from '@/domain/user/input'
import { namesOf } from '@/domain/user/names-input'

/** The one-time password is in no log and no table: it is shown once, to the one who asked. */
export type OneTime = { login: string; password: string }

/** A new account with a one-time password, which has to be changed when it first comes in. */
export async function createUser(
  permit: Permit<'user.create'>,
  input: CreateUserInput,
): Promise<Outcome<OneTime>> {
  const membership = membershipOf(input.role, input)
  const fault = membershipFault(input.role, membership)
  if (fault) return invalidField(fault.field, fault.reason)
  const password = oneTimePassword(randomBytes(oneTimeBytes))
  const passwordHash = await hashPassword(password)
  const { login, name, role, hiredOn, email } = input
  return write(permit, async tx => {
    await oneAtATime(tx, 'user')
    if (await isTaken(tx, login)) return invalidField('login', 'admin.user.login_taken')
    const [made] = await tx
      .insert(users)
      .values({
        login,
        name,
        names: namesOf(input),
        role,
        hiredOn,
        email,
        passwordHash,
        mustChangePassword: true,
      })
      .returning({ id: users.id })
    const id = Number(made?.id)
    await setMembership(tx, id, { deskIds: [], headOf: [] }, membership)
    await record(tx, 'user', id, { login, name, role, ...membership })
    return done({ login, password })
  })
}

/** Name, role, desks. A change of role or desks ends that person's sessions at once (db/sql/30_guard.sql). */
export async function editUser(
  permit: Permit<'user.edit'>,
  input: EditUserInput,
): Promise<Outcome<void, EditUserConflict>> {
  const after = membershipOf(input.role, input)
  const fault = membershipFault(input.role, after)
  if (fault) return invalidField(fault.field, fault.reason)
  return write(permit, async tx => {
    await oneAtATime(tx, 'user')
    const found = await locked(tx, input.id)
    if ('kind' in found) return found
    const { version, disabledAt: _, ...before } = found
    if (version !== input.version) return conflict({ version, values: formValues(before) })
    if (before.role === 'admin' && input.role !== 'admin' && (await isLast(tx, input.id)))
      return refused('admin.user.last_admin')
    if (await isTaken(tx, input.login, input.id)) return invalidField('login', 'admin.user.login_taken')
    const { login, name, role, hiredOn, email } = input
    const account = { login, name, names: namesOf(input), role, hiredOn, email }
    await tx
      .update(users)
      .set({ ...account, version: version + 1, updatedAt: sql`now()` })
      .where(eq(users.id, input.id))
    await setMembership(tx, input.id, before, after)
    await record(tx, 'user', input.id, { changes: changesBetween(before, { ...account, ...after }) })
    return done()
  })
}

/**
 * The account stays, with all that it did; its sessions end at their very next request. Not while it is the case officer
 * of anything open: that is handed over before (leaver.hand_over).
 */
export async function disableUser(
  permit: Permit<'user.disable'>,
  { id, version }: UserRefInput,
): Promise<Outcome> {
  return write(permit, async tx => {
    await oneAtATime(tx, 'user')
    const found = await locked(tx, id)
    if ('kind' in found) return found
    if (found.version !== version) return refused('admin.user.changed_meanwhile')
    if (found.disabledAt) return done()
    if (await isLast(tx, id)) return refused('admin.user.last_admin')
    const has = await stillHas(tx, id)
    if (has.cases + has.tasks + has.offers > 0) return refused('admin.user.has_cases', { values: has })
    await tx
      .update(users)
      .set({ disabledAt: sql`now()`, version: version + 1, updatedAt: sql`now()` })
      .where(eq(users.id, id))
    await record(tx, 'user', id, { login: found.login })
    return done()
  })
}

export async function enableUser(
  permit: Permit<'user.enable'>,
  { id, version }: UserRefInput,
): Promise<Outcome> {
  return write(permit, async tx => {
    const found = await locked(tx, id)
    if ('kind' in found) return found
    if (found.version !== version) return refused('admin.user.changed_meanwhile')
    await tx
      .update(users)
      .set({ disabledAt: null, version: version + 1, updatedAt: sql`now()` })
      .where(eq(users.id, id))
    await record(tx, 'user', id, { login: found.login })
    return done()
  })
}

/** A new one-time password for somebody who has forgotten theirs; their sessions end. */
export async function resetUser(
  permit: Permit<'user.reset'>,
  { id, version }: UserRefInput,
): Promise<Outcome<OneTime>> {
  const password = oneTimePassword(randomBytes(oneTimeBytes))
  const passwordHash = await hashPassword(password)
  return write(permit, async tx => {
    const found = await locked(tx, id)
    if ('kind' in found) return found
    if (found.version !== version) return refused('admin.user.changed_meanwhile')
    await tx
      .update(users)
      .set({ passwordHash, mustChangePassword: true, version: version + 1, updatedAt: sql`now()` })
      .where(eq(users.id, id))
    await record(tx, 'user', id, { login: found.login })
    return done({ login: found.login, password })
  })
}

export type EditUserConflict = { version: number; values: Record<string, unknown> }
type Account = Awaited<ReturnType<typeof accountRow>>

/** The account and its desks, held until the transaction ends. */
async function locked(tx: Tx, id: number) {
  if (!(await accountRow(tx, id, false))) return gone()
  const row = await accountRow(tx, id, true)
  if (!row) return refused('common.not_permitted')
  const members = await tx
    .select({ deskId: deskMembers.deskId, head: deskMembers.head })
    .from(deskMembers)
    .where(eq(deskMembers.userId, id))
    .orderBy(deskMembers.deskId)
  const deskIds = members.map(member => member.deskId)
  return { ...row, deskIds, headOf: members.filter(member => member.head).map(member => member.deskId) }
}

async function accountRow(tx: Tx, id: number, lock: boolean) {
  const { login, name, names, role, hiredOn, email, version, disabledAt } = users
  const query = tx
    .select({ login, name, names, role, hiredOn, email, version, disabledAt })
    .from(users)
    .where(eq(users.id, id))
  const [row] = await (lock ? query.for('update') : query)
  return row
}

/** As the form of an account sends them, for the two to be compared field by field. */
function formValues(
  account: NonNullable<Account> extends infer A ? Omit<A, 'version' | 'disabledAt'> & MembershipRow : never,
) {
  const { names, deskIds, headOf, ...plain } = account
  return {
    ...plain,
    ...Object.fromEntries(Object.entries(names).map(([locale, name]) => [`name_${locale}`, name])),
    'deskIds[]': deskIds.join('\u001f'),
    'headOf[]': headOf.join('\u001f'),
  }
}
type MembershipRow = { deskIds: number[]; headOf: number[] }

/** Locks the administrators, so that two who demote each other at once do not both succeed. */
async function isLast(tx: Tx, id: number): Promise<boolean> {
  const admins = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, 'admin'), isNull(users.disabledAt)))
    .orderBy(users.id)
    .for('update')
  return isLastAdmin(
    id,
    admins.map(admin => admin.id),
  )
}

/** Open leads and deals of which this person is the case officer. */
/** What must be in other hands before an account is closed: open cases, also as a member, open tasks and open offers. */
async function stillHas(tx: Tx, id: number): Promise<{ cases: number; tasks: number; offers: number }> {
  const [row] = await tx.execute<{ cases: number; tasks: number; offers: number }>(
    sql`select officer_of + member_of as cases, tasks, offers from open_case_counts(${id})`,
  )
  return { cases: Number(row?.cases ?? 0), tasks: Number(row?.tasks ?? 0), offers: Number(row?.offers ?? 0) }
}

async function isTaken(tx: Tx, login: string, but = 0): Promise<boolean> {
  const [other] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(sql`lower(${users.login}) = ${login}`, ne(users.id, but)))
  return other !== undefined
}
