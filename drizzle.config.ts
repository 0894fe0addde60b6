import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  // the tests that lie beside the tables do not load outside of vitest
  schema: './db/schema/!(*.test).ts',
  out: './db/migrations',
  casing: 'snake_case',
})
