import { sql } from 'drizzle-orm'
import { bigint, date, jsonb, timestamp } from 'drizzle-orm/pg-core'
import type { Names } from '@/domain/user/user'

/* Ids are numbers inside; money is bigint, never a float; dates are 'YYYY-MM-DD' strings end to end. */
export const identity = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity()
export const ref = () => bigint({ mode: 'number' })
export const refs = () => bigint({ mode: 'number' }).array().notNull().default(sql`'{}'::bigint[]`)
export const minor = () => bigint({ mode: 'bigint' })
export const day = () => date({ mode: 'string' })
export const moment = () => timestamp({ withTimezone: true, mode: 'date' })
export const names = () => jsonb().$type<Names>().notNull().default(sql`'{}'::jsonb`)
