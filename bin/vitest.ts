import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Tally } from '@/bin/checks'

/** Runs these projects of vitest.config.ts and counts. A run that ends without a result counts as one failure. */
export async function runVitest(projects: string[]): Promise<Tally> {
  const file = join(tmpdir(), `zhaoshang-vitest-${process.pid}.json`)
  const only = projects.map(project => `--project=${project}`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await runShown('vitest', ['run', '--passWithNoTests', ...only, ...reporters])
  try {
    const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>
    const passed = numPassedTests ?? 0
    // What was skipped did not pass; a file that does not load has no tests of its own.
    const failed = Math.max((numTotalTests ?? 0) - passed, code === 0 ? 0 : 1)
    return { passed, failed }
  } catch {
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(file, { force: true })
  }
}

/** A program of node_modules/.bin, its output shown as it comes. Resolves to its exit code. */
export function runShown(
  program: string,
  words: string[],
  env: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(`node_modules/.bin/${program}`, words, {
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', reject)
    child.on('close', code => resolve(code ?? 1))
  })
}
