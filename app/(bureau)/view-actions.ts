'use server'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { type ActionOutcome, action } from '@/access/action'
import { createView, deleteView, editView, setHome } from '@/db/write/view'
import { createViewInput, deleteViewInput, editViewInput, setHomeInput } from '@/domain/view/input'
import { type ViewList, viewHref, viewLists } from '@/domain/view/view'
import { saidAt } from './said'

const create = action('view.save', createViewInput, createView)
const edit = action('view.save', editViewInput, editView)
const remove = action('view.save', deleteViewInput, deleteView)
const home = action('own.edit', setHomeInput, setHome)

/** Each goes back to the list, at the view that was kept. */
export async function createViewAction(form: FormData): Promise<void> {
  const outcome = await create(null, form)
  const t = await getTranslations('view')
  await saidAt(outcome, backTo(form, idOf(outcome)), t('said.saved'))
}
export async function editViewAction(form: FormData): Promise<void> {
  const outcome = await edit(null, form)
  const t = await getTranslations('view')
  await saidAt(outcome, backTo(form, idOf(outcome) ?? Number(form.get('id'))), t('said.saved'))
}
export async function deleteViewAction(form: FormData): Promise<void> {
  const t = await getTranslations('view')
  await saidAt(await remove(null, form), backTo(form, null), t('said.deleted'))
}
export async function setHomeAction(form: FormData): Promise<void> {
  const t = await getTranslations('view')
  const id = Number(form.get('id')) || null
  const outcome = await home(null, form)
  await saidAt(outcome, backTo(form, Number(form.get('view')) || id), t(id ? 'said.home' : 'said.notHome'))
}

function idOf(outcome: ActionOutcome<{ id: number }>): number | null {
  return outcome.kind === 'done' ? outcome.value.id : null
}

function backTo(form: FormData, id: number | null): string {
  const list = viewLists.find(one => one === form.get('list')) as ViewList | undefined
  const search = String(form.get('search') ?? '')
  if (!list || !/^(\?[^\s#]*)?$/.test(search)) redirect('/')
  return id ? viewHref({ id, list, search }) : `/${list}${search}`
}
