import type { TestProject } from 'vitest/node'
import { startTestServer, stopTestServer } from '@/db/testing/server'

declare module 'vitest' {
  export interface ProvidedContext {
    dataDir: string
  }
}

/** One server for the run; every test file gets a database of its own from it (worker-setup.ts). */
export default async function setup(project: TestProject) {
  const dataDir = await startTestServer()
  project.provide('dataDir', dataDir)
  return () => stopTestServer(dataDir)
}
