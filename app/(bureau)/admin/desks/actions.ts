'use server'
import { type ActionOutcome, action } from '@/access/action'
import { createDesk, editDesk, stepDesk } from '@/db/write/desk'
import { createDeskInput, editDeskInput, stepInput } from '@/domain/desk/input'
import { saved, told } from '../saved'

const here = '/admin/desks'
const create = action('desk.create', createDeskInput, createDesk)
const edit = action('desk.edit', editDeskInput, editDesk)
const step = action('desk.edit', stepInput, stepDesk)

export async function createDeskAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  return saved(await create(null, form), here)
}
export async function editDeskAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  return saved(await edit(null, form), here)
}
export async function stepDeskAction(form: FormData): Promise<void> {
  await told(await step(null, form), here)
}
