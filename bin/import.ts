import { setFlagsFromString } from 'node:v8'
import { importFile } from '@/bin/import-file'
import { giveUp } from '@/bin/steps'
import { closePools } from '@/db/client'

/**
 * `npm run import -- deals FILE --as LOGIN`, on DATABASE_URL or on the database in ZHAOSHANG_DATA (.data/main). Ends with 0
 * only when nothing was refused.
 */
// thousands of rows go by: what is done with is collected soon
setFlagsFromString('--heap-growing-percent=25')

try {
  const { text, right } = await importFile(process.argv.slice(2))
  process.stdout.write(text)
  await closePools()
  process.exitCode = right ? 0 : 1
} catch (error) {
  await closePools().catch(() => {})
  giveUp(error)
}
