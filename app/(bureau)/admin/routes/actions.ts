'use server'
import { type ActionOutcome, action } from '@/access/action'
import { createRoute, deleteRoute, editRoute, reorderRoutes } from '@/db/write/route'
import { createRouteInput, deleteRouteInput, editRouteInput, reorderRoutesInput } from '@/domain/desk/input'
import { saved, told } from '../saved'

const here = '/admin/routes'
const create = action('route.create', createRouteInput, createRoute)
const edit = action('route.edit', editRouteInput, editRoute)
const remove = action('route.delete', deleteRouteInput, deleteRoute)

/** With a list of ids from dragging, or the same from the fields of a button. */
export const reorderRoutesAction = action('route.reorder', reorderRoutesInput, reorderRoutes)

export async function createRouteAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  return saved(await create(null, form), here)
}
export async function editRouteAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  return saved(await edit(null, form), here)
}
export async function deleteRouteAction(form: FormData): Promise<void> {
  await told(await remove(null, form), here)
}
export async function moveRouteAction(form: FormData): Promise<void> {
  await told(await reorderRoutesAction(null, form), here)
}
