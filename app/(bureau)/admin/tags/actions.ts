'use server'
import { type ActionOutcome, action } from '@/access/action'
import { createTag, deleteTag, editTag, mergeTag } from '@/db/write/tag'
import { createTagInput, deleteTagInput, editTagInput, mergeTagInput } from '@/domain/tag/input'
import { saved } from '../saved'

const here = '/admin/tags'
const create = action('tag.create', createTagInput, createTag)
const edit = action('tag.edit', editTagInput, editTag)
const merge = action('tag.merge', mergeTagInput, mergeTag)
const remove = action('tag.delete', deleteTagInput, deleteTag)

export async function createTagAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  return saved(await create(null, form), here)
}
export async function editTagAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  return saved(await edit(null, form), here)
}
export async function mergeTagAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  return saved(await merge(null, form), here)
}
export async function deleteTagAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  return saved(await remove(null, form), here)
}
