import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium } from './bin/chromium'

const port = Number(process.env.E2E_PORT || 3187)

// Of this run alone; workers read this file again and find it set. db/testing removes what a killed run leaves.
process.env.E2E_DATA ??= join(tmpdir(), `zhaoshang-test-${process.pid}`)

/** Journeys in a browser, against the built app with a demo zone of its own. */
export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE || 'test-results/report.json' }],
  ],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // a trace doubles the time of a journey: ask for one by --trace on
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
  webServer: {
    command: 'node --conditions=react-server --import tsx bin/serve.ts demo',
    url: `http://localhost:${port}/api/health`,
    env: { PORT: String(port), HOST: 'localhost', ZHAOSHANG_DATA: process.env.E2E_DATA, DATABASE_URL: '' },
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'pipe',
  },
})
