'use server'
import { type ActionOutcome, action } from '@/access/action'
import { editWorkDays } from '@/db/write/work-days'
import { editWorkDaysInput } from '@/domain/zone/work-days-input'
import { saved } from '../saved'

const edit = action('zone.edit', editWorkDaysInput, editWorkDays)

export async function editWorkDaysAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  return saved(await edit(null, form), '/admin/work-days')
}
