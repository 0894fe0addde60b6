'use server'
import { type ActionOutcome, action } from '@/access/action'
import { editZone } from '@/db/write/zone'
import { editZoneInput } from '@/domain/zone/input'
import { saved } from '../saved'

const edit = action('zone.edit', editZoneInput, editZone)

export async function editZoneAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  return saved(await edit(null, form), '/admin/zone')
}
