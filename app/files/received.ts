import { told } from '@/access/told'
import { type Attached, attachFile } from '@/db/write/attachment'
import { attachInput } from '@/domain/attachment/input'
import { type Part, partsOf, textOf } from '@/domain/attachment/multipart'
import { invalidField, type Outcome, parseInput } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'

/** What became of one file; `text`: why it was not taken, in the reader's language. */
export type Received = { name: string; done: boolean; text: string | null }
export type Form = { files: Received[]; back: unknown }

const MOST_FILES = 20

/** Takes the files of a form one after the other, each for itself. Its fields come before them, as they stand in the form. */
export async function receive(
  permit: Permit<'attachment.create'>,
  source: AsyncIterable<Uint8Array>,
  boundary: string,
): Promise<Form> {
  const fields: Record<string, string> = {}
  const files: Received[] = []
  for await (const part of partsOf(source, boundary)) {
    if (part.fileName === null) fields[part.name] = await textOf(part.body)
    else if (part.fileName !== '') {
      const outcome = files.length < MOST_FILES ? await taken(permit, fields, part) : tooMany()
      files.push(await said(part.fileName, outcome))
    }
  }
  if (files.length === 0) files.push(await said('', invalidField('file', 'attachment.fault.none')))
  return { files, back: fields.back }
}

async function taken(permit: Permit<'attachment.create'>, fields: Record<string, string>, part: Part) {
  const input = parseInput(attachInput, fields)
  if (input.kind !== 'done') return input
  return attachFile(permit, input.value, { name: part.fileName ?? '', body: part.body })
}

const tooMany = () => invalidField('file', 'attachment.fault.too_many_at_once', { most: MOST_FILES })

async function said(name: string, outcome: Outcome<Attached>): Promise<Received> {
  const answer = await told(outcome)
  if (answer.kind === 'done') return { name: answer.value.fileName, done: true, text: null }
  if (answer.kind === 'gone') return said(name, invalidField('file', 'attachment.fault.record_gone'))
  const why = answer.kind === 'invalid' ? Object.values(answer.fields)[0] : answer
  return { name, done: false, text: (why as { text?: string } | undefined)?.text ?? '' }
}
