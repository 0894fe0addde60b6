import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from '@/bin/build'
import { runChecks, type Tally } from '@/bin/checks'
import { findChromium, installChromium } from '@/bin/chromium'
import { steps } from '@/bin/steps'
import { runShown, runVitest } from '@/bin/vitest'

/** `npm test`: everything, also after a failure; the last line is the count of all of it. */
const tallies = [
  await runChecks(),
  await runVitest(['unit', 'db']),
  await guarded('build', () => steps().run('build', buildIfStale)),
  // These start the built app.
  await runVitest(['start']),
  await guarded('browser', () => steps().run('browser', haveChromium)),
  await runPlaywright(),
]
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed > 0 ? 1 : 0

/** Counts only as a failure: having a build or a browser proves nothing by itself. */
async function guarded(name: string, work: () => Promise<void>): Promise<Tally> {
  try {
    await work()
    return { passed: 0, failed: 0 }
  } catch (error) {
    process.stderr.write(`${name}: ${(error as Error).message}\n`)
    return { passed: 0, failed: 1 }
  }
}

async function haveChromium(note: (text: string) => void) {
  if (!findChromium()) {
    note('installing Chromium')
    installChromium()
  }
  note(findChromium() ?? 'none')
}

interface Report {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

async function runPlaywright(): Promise<Tally> {
  if (!existsSync('e2e')) return { passed: 0, failed: 0 }
  const file = join(tmpdir(), `zhaoshang-playwright-${process.pid}.json`)
  const code = await runShown('playwright', ['test'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file })
  try {
    const { expected, unexpected, flaky, skipped } = (JSON.parse(readFileSync(file, 'utf8')) as Report).stats
    return { passed: expected, failed: Math.max(unexpected + flaky + skipped, code === 0 ? 0 : 1) }
  } catch {
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(file, { force: true })
  }
}
