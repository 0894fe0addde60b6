import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { users } from '@/db/schema/user'

/** Who saved last and when, for the one who comes second. `at` is a moment in ISO 8601; the page puts it into words. */
export async function lastChange(
  tx: Tx,
  { updatedBy, updatedAt }: { updatedBy: number; updatedAt: Date },
): Promise<{ by: string; at: string }> {
  const [user] = await tx.select({ name: users.name }).from(users).where(eq(users.id, updatedBy))
  return { by: user?.name ?? '', at: updatedAt.toISOString() }
}
