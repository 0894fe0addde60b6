import { giveUp } from '@/bin/steps'
import { migrate } from '@/db/migrate'

/** `npm run db:migrate`: on DATABASE_URL, else on the database in ZHAOSHANG_DATA (.data/main). */
try {
  const { pending, drift } = await migrate({ log: name => process.stdout.write(`applied ${name}\n`) })
  if (pending.length === 0 && drift.length === 0)
    process.stdout.write('Nothing to do: the database is up to date.\n')
  else if (drift.length > 0) process.stdout.write(`functions replaced: ${drift.join(', ')}\n`)
} catch (error) {
  giveUp(error)
}
