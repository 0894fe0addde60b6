import type { Sql } from 'postgres'

/**
 * Of the last week: how many e-mails wait, and how many were given up (refused, tried too often, or handed over without
 * an answer), with what the server last said of any of these.
 */
export async function mailState(sql: Sql): Promise<{ waiting: number; lost: number; error: string | null }> {
  const [row] = await sql<{ waiting: number; lost: number; error: string | null }[]>`
    with recent as (
      select *, given_up_at is not null or (handed_at < now() - interval '10 minutes' and sent_at is null) as lost
      from mails where created_at > now() - interval '7 days')
    select count(*) filter (where sent_at is null and not coalesce(lost, false))::int as waiting,
      count(*) filter (where lost)::int as lost,
      (select error from recent where sent_at is null and error is not null order by id desc limit 1) as error
    from recent`
  return row ?? { waiting: 0, lost: 0, error: null }
}
