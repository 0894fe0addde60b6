import { and, eq } from 'drizzle-orm'
import { record, write, zoneToday } from '@/db/as'
import { rates } from '@/db/schema/zone'
import { oneAtATime } from '@/db/write/one-at-a-time'
import { done, gone, invalidField, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { CreateRateInput, DeleteRateInput } from '@/domain/rate/input'

/** A rate from a day on. Amounts that are stored already keep the rate that they were valued at. */
export async function createRate(
  permit: Permit<'rate.create'>,
  input: CreateRateInput,
): Promise<Outcome<{ id: number }>> {
  const { currency, onDate, rate, source } = input
  return write(permit, async tx => {
    await oneAtATime(tx, 'rate')
    if (onDate > (await zoneToday(tx))) return invalidField('onDate', 'date.in_future')
    const [same] = await tx
      .select({ id: rates.id })
      .from(rates)
      .where(and(eq(rates.currency, currency), eq(rates.onDate, onDate)))
    if (same) return invalidField('onDate', 'admin.rate.date_taken')
    const [made] = await tx
      .insert(rates)
      .values({ currency, onDate, rate, source, createdBy: permit.actor.id })
      .returning({ id: rates.id })
    const id = Number(made?.id)
    await record(tx, 'rate', id, { currency, onDate, rate, source })
    return done({ id })
  })
}

/** One that was entered wrongly; the log keeps it. */
export async function deleteRate(permit: Permit<'rate.delete'>, { id }: DeleteRateInput): Promise<Outcome> {
  return write(permit, async tx => {
    const [found] = await tx.select().from(rates).where(eq(rates.id, id)).for('update')
    if (!found) return gone()
    await tx.delete(rates).where(eq(rates.id, id))
    const { currency, onDate, rate, source } = found
    await record(tx, 'rate', id, { currency, onDate, rate, source })
    return done()
  })
}
