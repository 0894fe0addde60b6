import { getImport, importHead, importRowsOf, listImports } from '@/db/read/import'
import { discardImport, prepareImport, receiveImport } from '@/db/write/import'
import { applyImport } from '@/db/write/import-apply'
import { checkImport, ruleImport } from '@/db/write/import-check'
import { startImport, startUndo } from '@/db/write/import-start'
import { undoImport } from '@/db/write/import-undo'
import { type Door, type Scene, unlike, type Who } from './door'
import { permit } from './office'

/** Who brings leads in at all; what somebody has brought in is his own, and the director sees it. */
const importers: Who[] = [
  'director',
  'headOfDesk',
  'headElsewhere',
  'caseOfficer',
  'member',
  'colleague',
  'outsider',
]
const own: Who[] = ['caseOfficer']
const seers: Who[] = ['director', 'caseOfficer']

const file = () => ({
  name: '线索.csv',
  bytes: new TextEncoder().encode(`客商,国家/地区,需求\n客商${unlike()},中国,找厂房\n`),
})

async function received({ cast }: Scene): Promise<{ id: number }> {
  const done = await receiveImport(permit(cast.caseOfficer, 'lead.import'), file())
  if (done.kind !== 'done') throw new Error(JSON.stringify(done))
  return done.value
}

async function checked(scene: Scene): Promise<{ id: number }> {
  const { id } = await received(scene)
  await checkImport(permit(scene.cast.caseOfficer, 'lead.import'), { id })
  return { id }
}

async function applied(scene: Scene): Promise<{ id: number }> {
  const { id } = await checked(scene)
  const done = await applyImport(permit(scene.cast.caseOfficer, 'lead.import'), { id, good: false })
  if (done.kind !== 'done') throw new Error(JSON.stringify(done))
  return { id }
}

type Id = { id: number }
const door = (given: Door['given'], call: (permit: never, given: Id) => unknown): Door => ({
  permission: 'lead.import',
  may: own,
  given,
  call,
})
const columns = new Map<number, string>()

export const importDoors: Record<string, Door> = {
  receiveImport: { permission: 'lead.import', may: importers, call: p => receiveImport(p, file()) },
  prepareImport: door(received, (p, { id }) => prepareImport(p, { id, sheet: null, mode: 'both', columns })),
  checkImport: door(received, (p, { id }) => checkImport(p, { id })),
  ruleImport: door(checked, (p, { id }) =>
    ruleImport(p, { id, at: undefined, verdict: 'skip', reason: undefined }),
  ),
  discardImport: door(checked, (p, { id }) => discardImport(p, { id })),
  applyImport: door(checked, (p, { id }) => applyImport(p, { id, good: false })),
  startImport: door(received, (p, { id }) => startImport(p, { id, verb: 'check' })),
  undoImport: {
    permission: 'lead.undo_import',
    may: seers,
    given: applied,
    call: (p, { id }: Id) => undoImport(p, { id }),
  },
  startUndo: {
    permission: 'lead.undo_import',
    may: seers,
    given: applied,
    call: (p, { id }: Id) => startUndo(p, { id }),
  },
}

/* Once, for all reads: a read has no effect. */
let shown: Promise<{ id: number }> | undefined

const read = (call: (permit: never, id: number) => Promise<boolean>): Door => ({
  permission: 'import.read',
  may: seers,
  call: async (p, _, scene) => call(p, (await (shown ??= checked(scene))).id),
})

export const importReads: Record<string, Door> = {
  listImports: read(async (p, id) => (await listImports(p)).rows.some(row => row.id === id)),
  getImport: read(async (p, id) => (await getImport(p, id)) !== null),
  importHead: read(async (p, id) => (await importHead(p, id)) !== null),
  importRowsOf: read(async (p, id) => (await importRowsOf(p, id, { plans: ['create', 'bad'] })).length > 0),
}
