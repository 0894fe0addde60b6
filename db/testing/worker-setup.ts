import { inject } from 'vitest'
import { cloneDatabase } from '@/db/testing/server'

/**
 * Before each test file: a fresh migrated database, reached by `db/client.ts` as the app reaches its own, by the same
 * login, which may do nothing outside `as()`.
 */
const dataDir = inject('dataDir')
const database = `worker_${process.env.VITEST_POOL_ID ?? '1'}`
await cloneDatabase(dataDir, database)
delete process.env.DATABASE_URL
process.env.ZHAOSHANG_DATA = dataDir
process.env.ZHAOSHANG_DATABASE = database
