import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { buildIfStale } from '@/bin/build'

/** KB of a page of Next alone (bench/floor), as `npm run bench` weighs it, and how much more a page of ours may be. */
const BARE = 132
const MORE = 1.35

const build = '.next'
const pages = join(build, 'server', 'app', '(bureau)')
const MANIFEST = 'page_client-reference-manifest.js'
type Manifest = { entryJSFiles: Record<string, string[]> }

let root: string[] = []
beforeAll(async () => {
  await buildIfStale(() => {})
  root = JSON.parse(readFileSync(join(build, 'build-manifest.json'), 'utf8')).rootMainFiles
})

/** What the page and the layouts and boundaries around it bring to the browser, beside what every page brings. */
function scriptsOf(file: string): string[] {
  const globalThis: { __RSC_MANIFEST?: Record<string, Manifest> } = {}
  runInNewContext(readFileSync(file, 'utf8'), { globalThis })
  const [manifest] = Object.values(globalThis.__RSC_MANIFEST ?? {})
  return Object.values(manifest?.entryJSFiles ?? {}).flat()
}

function weigh(scripts: readonly string[]): number {
  const bytes = [...new Set(scripts)].map(name => gzipSync(readFileSync(join(build, name))).length)
  return bytes.reduce((sum, one) => sum + one, 0) / 1024
}

test('no page that one sees signed in brings more JavaScript than its bound', () => {
  const files = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith(MANIFEST),
  )
  const weights = files.map(name => ({
    page: `/${name.slice(0, -MANIFEST.length - 1)}`,
    kb: Math.round(weigh([...root, ...scriptsOf(join(pages, name))])),
  }))
  expect(weights.length).toBeGreaterThan(30)
  expect(weights.filter(({ kb }) => kb > BARE * MORE)).toEqual([])
})

test('what every page of Next brings is what the bound was taken from', () => {
  const kb = weigh(root)
  expect(kb).toBeLessThan(BARE)
  expect(kb).toBeGreaterThan(BARE - 8)
})
