import { randomUUID } from 'node:crypto'
import { attachmentsOf, filePart, getAttachment } from '@/db/read/attachment'
import { attachFile } from '@/db/write/attachment'
import { deleteAttachment, editAttachment } from '@/db/write/attachment-edit'
import { openAttachment } from '@/db/write/attachment-open'
import { attachInput } from '@/domain/attachment/input'
import { parseInput } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { aDeal, type Door, people, type Scene, type Who } from './door'
import { permit } from './office'

const sees: Who[] = people.filter(who => who !== 'headElsewhere' && who !== 'outsider')
const casework: Who[] = ['director', 'headOfDesk', 'caseOfficer', 'member']
const cover: Who[] = [...casework, 'colleague']
const creator: Who[] = ['director', 'headOfDesk', 'caseOfficer']

async function* text() {
  yield new TextEncoder().encode(`会议纪要 ${randomUUID()}`)
}

function attach(p: Permit<'attachment.create'>, record: string, procedureId?: number) {
  const parsed = parseInput(attachInput, { record, kind: 'minutes', procedureId })
  if (parsed.kind !== 'done') throw new Error(JSON.stringify(parsed))
  return attachFile(p, parsed.value, { name: '纪要.txt', body: text() })
}

/** A file of the case officer on a step of this deal, or of a new one. */
export async function aFile(scene: Scene, number?: string): Promise<number> {
  const record = number ?? (await aDeal(scene)).number
  const by = scene.cast.caseOfficer
  const [step] = await scene.owner`insert into procedures (deal_id, name, mandatory, created_by, updated_by)
    select id, '备案', false, ${by.id}, ${by.id} from deals where number = ${record} returning id`
  const made = await attach(permit(by, 'attachment.create'), record, Number(step?.id))
  if (made.kind !== 'done') throw new Error(JSON.stringify(made))
  return made.value.id
}

type Seen = { deal: { id: number }; file: number }

export const fileReads: Record<string, Door> = {
  attachmentsOf: {
    permission: 'attachment.read',
    may: sees,
    call: async (p: never, { deal }: Seen) =>
      ((await attachmentsOf(p, { noun: 'deal', id: deal.id }))?.rows.length ?? 0) > 0,
  },
  filePart: {
    permission: 'attachment.read',
    may: sees,
    call: async (p: never, { deal, file }: Seen, { owner }: Scene) => {
      const [on] = await owner`select procedure_id from attachments where id = ${file}`
      return (await filePart(p, deal.id, { procedureId: Number(on?.procedure_id) })) !== null
    },
  },
  getAttachment: {
    permission: 'attachment.read',
    may: sees,
    call: async (p: never, { file }: Seen) => (await getAttachment(p, file)) !== null,
  },
}

export const fileWrites: Record<string, Door> = {
  attachFile: {
    permission: 'attachment.create',
    may: cover,
    given: aDeal,
    call: (p: never, { number }: { number: string }) => attach(p, number),
  },
  openAttachment: {
    permission: 'attachment.read',
    may: sees,
    given: aFile,
    call: async (p: never, id: number) => ({ kind: (await openAttachment(p, id)) ? 'done' : 'gone' }),
  },
  editAttachment: {
    permission: 'attachment.edit',
    may: casework,
    given: aFile,
    call: (p: never, id: number) => {
      const said = { title: '改名', kind: 'minutes', documentOn: null, documentNumber: null } as const
      return editAttachment(p, { id, version: 1, ...said })
    },
  },
  deleteAttachment: {
    permission: 'attachment.delete',
    may: creator,
    given: aFile,
    call: (p: never, id: number) => deleteAttachment(p, { id, restore: false }),
  },
}
