import type { Sql } from 'postgres'
import { createIssue } from '@/db/write/issue'
import { createProcedure } from '@/db/write/procedure'
import { createIssueInput } from '@/domain/issue/input'
import { parseInput } from '@/domain/outcome'
import type { Actor } from '@/domain/policy/actor'
import { createProcedureInput } from '@/domain/procedure/input'
import { permit } from './office'

/** A step on a deal, entered by whoever may; its id. */
export async function aProcedure(by: Actor, number: string, changes: object = {}): Promise<number> {
  const form = parseInput(createProcedureInput, { number, name: '安全评价', ...changes })
  if (form.kind !== 'done') throw new Error(JSON.stringify(form))
  const made = await createProcedure(permit(by, 'procedure.create'), form.value)
  if (made.kind !== 'done') throw new Error(JSON.stringify(made))
  return made.value.id
}

/** An issue on a lead or deal; its id. */
export async function anIssue(by: Actor, number: string, changes: object = {}): Promise<number> {
  const form = parseInput(createIssueInput, { number, kind: 'land', title: '用地指标未落实', ...changes })
  if (form.kind !== 'done') throw new Error(JSON.stringify(form))
  const made = await createIssue(permit(by, 'issue.create'), form.value)
  if (made.kind !== 'done') throw new Error(JSON.stringify(made))
  return made.value.id
}

/** Steps that a deal gets with entry: each but the first waits for the first. Answers their ids. */
export async function templates(owner: Sql): Promise<number[]> {
  const ids: number[] = []
  for (const [position, name] of ['名称核准', '备案', '环评'].entries()) {
    const [row] = await owner`insert into procedure_templates (name, mandatory, days, after_ids, position)
      values (${name}, ${name !== '环评'}, ${5 + position}, ${ids.slice(0, 1)}, ${position}) returning id`
    ids.push(Number(row?.id))
  }
  return ids
}
