'use server'
import { type ActionOutcome, action } from '@/access/action'
import { createIndustry, editIndustry, stepIndustry } from '@/db/write/industry'
import { stepInput } from '@/domain/desk/input'
import { createIndustryInput, editIndustryInput } from '@/domain/industry/input'
import { saved, told } from '../saved'

const here = '/admin/industries'
const create = action('industry.create', createIndustryInput, createIndustry)
const edit = action('industry.edit', editIndustryInput, editIndustry)
const step = action('industry.edit', stepInput, stepIndustry)

export async function createIndustryAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  return saved(await create(null, form), here)
}
export async function editIndustryAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  return saved(await edit(null, form), here)
}
export async function stepIndustryAction(form: FormData): Promise<void> {
  await told(await step(null, form), here)
}
