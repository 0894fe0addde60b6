import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { leads } from '@/db/schema/lead'
import { workDays, zones } from '@/db/schema/zone'
import { type ZoneRules, zoneRules } from '@/db/zone'
import { introducerClock } from '@/domain/calendar/clock'
import { dateIn } from '@/domain/calendar/date'
import { sayNoticeDays } from '@/domain/calendar/notice'
import { conflict, done, gone, invalidField, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { EditWorkDaysInput } from '@/domain/zone/work-days-input'
import { clockColumns } from './lead-clock'

/**
 * The notice of a year in the place of what was entered for it, and of what is known. Clocks that run on working days are
 * set anew by it. The version is the zone's, so that two who enter at once do not lose each other's days.
 */
export async function editWorkDays(permit: Permit<'zone.edit'>, input: EditWorkDaysInput): Promise<Outcome> {
  const { year, off, works } = input
  return write(permit, async tx => {
    const [zone] = await tx.select().from(zones).where(eq(zones.id, 1)).for('update')
    if (!zone) return gone()
    const before = await tx.select().from(workDays).where(eq(workDays.year, year))
    const said = (which: boolean) =>
      sayNoticeDays(before.filter(day => day.works === which).map(day => day.date))
    if (zone.version !== input.version)
      return conflict({ version: zone.version, values: { off: said(false), works: said(true) } })
    const days = [...off.map(date => ({ date, works: false })), ...works.map(date => ({ date, works: true }))]
    const dates = days.map(day => day.date)
    const [taken] = dates.length
      ? await tx
          .select({ date: workDays.date })
          .from(workDays)
          .where(and(inArray(workDays.date, dates), ne(workDays.year, year)))
          .limit(1)
      : []
    if (taken) return invalidField('off', 'admin.work.taken', { date: taken.date })
    const rules = await zoneRules(tx)
    await tx.delete(workDays).where(eq(workDays.year, year))
    if (days.length) await tx.insert(workDays).values(days.map(day => ({ year, ...day })))
    await tx
      .update(zones)
      .set({ version: zone.version + 1, updatedAt: sql`now()` })
      .where(eq(zones.id, 1))
    await setClocksAnew(tx, rules, await zoneRules(tx))
    const changes = { off: [said(false), sayNoticeDays(off)], works: [said(true), sayNoticeDays(works)] }
    await record(tx, 'zone', 1, { year, changes })
    return done()
  })
}

/** All leads whose clock counts working days are young, so there are few; read once, written by one statement. */
async function setClocksAnew(tx: Tx, before: ZoneRules, rules: ZoneRules) {
  const running = await tx
    .select()
    .from(leads)
    .where(
      sql`${leads.deletedAt} is null and ((${leads.clock} in ('answer', 'appraise')
        and ${leads.clockDue} >= ${rules.today}::date) or ${leads.tellDue} >= ${rules.today}::date)`,
    )
    .limit(20_000)
  const changed = running.flatMap(lead => {
    const { clockDue } = lead.clock === 'progress' ? lead : clockColumns(lead, rules)
    // one who was named later than the lead keeps his day: from which it ran is not known
    const tellBy = ({ settings, calendar }: ZoneRules) =>
      introducerClock(
        { namedOn: dateIn(rules.timezone, lead.enteredAt ?? lead.createdAt), introduced: true },
        settings,
        calendar,
      )?.dueOn ?? null
    const tellDue = lead.tellDue && lead.tellDue === tellBy(before) ? tellBy(rules) : lead.tellDue
    const same = clockDue === lead.clockDue && tellDue === lead.tellDue
    return same ? [] : [{ id: lead.id, clockDue, tellDue }]
  })
  if (changed.length === 0) return
  await tx.execute(sql`
    update leads l set clock_due = c."clockDue", tell_due = c."tellDue"
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) c (id bigint, "clockDue" date, "tellDue" date)
    where l.id = c.id`)
}
