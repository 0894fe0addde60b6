import { and, desc, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { events } from '@/db/schema/event'
import { nearestOf } from '@/domain/import/nearest'
import { type Finder, finder, namesOf } from './finder'

type KnownEvent = { id: number; number: string; name: string; names: typeof events.$inferSelect.names }
const columns = { id: events.id, number: events.number, name: events.name, names: events.names }

/** Among so many, the latest, is looked for what a name may have meant. */
const MOST_OFFERED = 1_000

/** Events as they are named, and what is nearest to names of none. */
export async function eventFinder(tx: Tx, said: readonly string[]): Promise<Finder<KnownEvent>> {
  if (said.length === 0) return () => 'none'
  const find = finder(await eventsNamed(tx, said), namesOf, event => event.number)
  if (said.every(text => find(text) !== 'none')) return find
  const all = await tx
    .select(columns)
    .from(events)
    .where(isNull(events.deletedAt))
    .orderBy(desc(events.startsOn), desc(events.id))
    .limit(MOST_OFFERED)
  return Object.assign(find, { near: nearestOf(all.map(namesOf)) })
}

/** By number or by one of their names as it is written; those that are searched by other spellings are not meant. */
const eventsNamed = (tx: Tx, said: readonly string[]) =>
  tx
    .select(columns)
    .from(events)
    .where(
      and(
        isNull(events.deletedAt),
        or(
          inArray(events.number, [...said]),
          inArray(events.name, [...said]),
          sql`exists (select from jsonb_each_text(${events.names}) n where n.value = any(${textArray(said)}))`,
        ),
      ),
    )

const textArray = (values: readonly string[]) =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`
