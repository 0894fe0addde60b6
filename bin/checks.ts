import { spawn } from 'node:child_process'
import { steps } from '@/bin/steps'

export interface Tally {
  passed: number
  failed: number
}

interface Check {
  name: string
  run(note: (text: string) => void): Promise<void>
}

/** dependency-cruiser reads nothing, and passes, when it does not know the TypeScript at hand. */
const LEAST_MODULES = 200

/** Everything that needs no database: seconds, for before every commit. */
export const CHECKS: Check[] = [
  { name: 'format', run: () => succeed('biome', ['ci', '--colors=off', '.']) },
  { name: 'lint', run: () => succeed('eslint', ['.', '--max-warnings=0']) },
  {
    name: 'types',
    async run() {
      await succeed('next', ['typegen'])
      await succeed('tsc', ['--noEmit', '-p', '.'])
    },
  },
  { name: 'boundaries', run: boundaries },
  { name: 'unused', run: () => succeed('knip', ['--no-progress', '--no-config-hints']) },
]

/** Runs all of them, also after one has failed, so that one run shows everything. */
export async function runChecks(checks = CHECKS): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0 }
  for (const check of checks) {
    try {
      await steps().run(check.name, check.run)
      tally.passed++
    } catch (error) {
      tally.failed++
      process.stderr.write(`${(error as Error).message.trim()}\n`)
    }
  }
  return tally
}

interface Cruise {
  summary: {
    totalCruised: number
    violations: { from: string; to: string; rule: { name: string; severity: string } }[]
  }
}

async function boundaries(note: (text: string) => void) {
  const { output } = await run('depcruise', [
    '.',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
  ])
  const { summary } = JSON.parse(output.slice(output.indexOf('{'))) as Cruise
  const lines = summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`)
  if (lines.length > 0) throw new Error(lines.join('\n'))
  if (summary.totalCruised < LEAST_MODULES) {
    throw new Error(
      `Only ${summary.totalCruised} modules were read, fewer than ${LEAST_MODULES}: the check is blind.`,
    )
  }
  note(`${summary.totalCruised} modules`)
}

async function succeed(program: string, words: string[]) {
  const { code, output, errors } = await run(program, words)
  if (code !== 0) throw new Error(output + errors)
}

interface Result {
  code: number
  output: string
  errors: string
}

/** A program of node_modules/.bin, with its output kept back. */
function run(program: string, words: string[]): Promise<Result> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, FORCE_COLOR: '0', NODE_OPTIONS: '', NEXT_TELEMETRY_DISABLED: '1' }
    const child = spawn(`node_modules/.bin/${program}`, words, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const result: Result = { code: 1, output: '', errors: '' }
    child.stdout.setEncoding('utf8').on('data', data => (result.output += data))
    child.stderr.setEncoding('utf8').on('data', data => (result.errors += data))
    child.on('error', reject)
    child.on('close', code => resolve({ ...result, code: code ?? 1 }))
  })
}
