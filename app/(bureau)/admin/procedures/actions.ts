'use server'
import { z } from 'zod'
import { type ActionOutcome, action } from '@/access/action'
import { createTemplate, editTemplate, startTemplates, stepTemplate } from '@/db/write/procedure-template'
import { stepInput } from '@/domain/desk/input'
import { createTemplateInput, editTemplateInput } from '@/domain/procedure/input'
import { saved, told } from '../saved'

const here = '/admin/procedures'
const create = action('procedure_template.create', createTemplateInput, createTemplate)
const start = action('procedure_template.create', z.object({}), startTemplates)
const edit = action('procedure_template.edit', editTemplateInput, editTemplate)
const step = action('procedure_template.edit', stepInput, stepTemplate)

export async function createTemplateAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  return saved(await create(null, form), here)
}
export async function editTemplateAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  return saved(await edit(null, form), here)
}
export async function startTemplatesAction(form: FormData): Promise<void> {
  await told(await start(null, form), here)
}
export async function stepTemplateAction(form: FormData): Promise<void> {
  await told(await step(null, form), here)
}
