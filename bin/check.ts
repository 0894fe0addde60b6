import { runChecks } from '@/bin/checks'
import { runVitest } from '@/bin/vitest'

/** `npm run check`: format, lint, types, boundaries, unused, unit tests. No database, no browser. */
const checks = await runChecks()
const unit = await runVitest(['unit'])
process.exitCode = checks.failed + unit.failed > 0 ? 1 : 0
