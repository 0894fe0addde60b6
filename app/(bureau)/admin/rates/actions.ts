'use server'
import { type ActionOutcome, action } from '@/access/action'
import { createRate, deleteRate } from '@/db/write/rate'
import { createRateInput, deleteRateInput } from '@/domain/rate/input'
import { saved, told } from '../saved'

const here = '/admin/rates'
const create = action('rate.create', createRateInput, createRate)
const remove = action('rate.delete', deleteRateInput, deleteRate)

export async function createRateAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  return saved(await create(null, form), here)
}
export async function deleteRateAction(form: FormData): Promise<void> {
  await told(await remove(null, form), here)
}
