import { loadDemo } from '@/bin/database'
import { giveUp, steps } from '@/bin/steps'
import { migrate } from '@/db/migrate'

/** `npm run db:seed`: the demo zone, into the empty database of DATABASE_URL or of ZHAOSHANG_DATA (.data/dev). */
process.env.ZHAOSHANG_DATA ||= '.data/dev'

try {
  await migrate()
  await loadDemo(steps())
} catch (error) {
  giveUp(error)
}
