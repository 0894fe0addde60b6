import { defineConfig } from 'vitest/config'

const alias = { '@': import.meta.dirname }
const serverSide = ['--conditions=react-server']

/**
 * unit: rules, words and parts, without a database. db: against PostgreSQL, a fresh database for each file.
 * start: starting, killing and stopping the whole thing.
 */
export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{domain,components,i18n,access,app}/**/*.test.{ts,tsx}', '*.test.ts'],
          exclude: ['**/*.db.test.ts', 'node_modules/**'],
          // a machine that others use takes several times as long
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'db',
          include: ['db/**/*.test.ts', 'bench/**/*.test.ts', '{access,app,bin,i18n,post}/**/*.db.test.ts'],
          exclude: ['db/embedded/**', 'node_modules/**'],
          globalSetup: 'db/testing/global-setup.ts',
          setupFiles: 'db/testing/worker-setup.ts',
          pool: 'forks',
          execArgv: serverSide,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'start',
          include: ['db/embedded/**/*.test.ts', 'bin/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', 'node_modules/**'],
          pool: 'forks',
          execArgv: serverSide,
          // Each of them starts servers: side by side they would measure one another.
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
