import { z } from 'zod'
import { isCountryCode } from '@/domain/country/country'
import { isRegionGroup } from '@/domain/country/region-group'
import { cleanLine } from '@/domain/text/clean'
import { optionalField } from '@/domain/text/optional-field'
import { nameFields } from '@/domain/user/names-input'

const id = z.coerce.number().int().positive()
const version = z.coerce.number().int().positive()
/** A checkbox sends `on` or nothing. */
const ticked = z
  .union([z.literal('on'), z.literal('true'), z.boolean()])
  .optional()
  .transform(value => value === 'on' || value === 'true' || value === true)

const desk = { name: cleanLine(60), ...nameFields(60), colour: z.coerce.number().int().min(0).max(7) }

export const createDeskInput = z.object(desk)
export type CreateDeskInput = z.output<typeof createDeskInput>

export const editDeskInput = z.object({ id, version, ...desk, active: ticked })
export type EditDeskInput = z.output<typeof editDeskInput>

/** One place up or down among its neighbours: desks, industries, routes. */
export const stepInput = z.object({ id, by: z.enum(['up', 'down']) })
export type StepInput = z.output<typeof stepInput>

const place = z.string().refine(value => isCountryCode(value) || isRegionGroup(value), 'input.not_offered')
const industryId = optionalField(raw => (/^\d{1,15}$/.test(raw) ? raw : null), 'input.not_offered').transform(
  raw => (raw === null ? null : Number(raw)),
)
const route = { places: z.array(place).max(300).default([]), industryId, deskId: id }

export const createRouteInput = z.object(route)
export type CreateRouteInput = z.output<typeof createRouteInput>

export const editRouteInput = z.object({ id, version, ...route })
export type EditRouteInput = z.output<typeof editRouteInput>

/** All rules in their new order, and the order in which one saw them: two who reorder at once do not mix. */
export const reorderRoutesInput = z.object({ ids: z.array(id).max(500), seen: z.array(id).max(500) })
export type ReorderRoutesInput = z.output<typeof reorderRoutesInput>

export const deleteRouteInput = z.object({ id, version })
export type DeleteRouteInput = z.output<typeof deleteRouteInput>
