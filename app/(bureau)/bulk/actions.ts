'use server'
import { type ActionOutcome, action } from '@/access/action'
import { applyBulk } from '@/db/write/bulk'
import { undoBulk } from '@/db/write/bulk-undo'
import { bulkLists, bulkPermission } from '@/domain/bulk/bulk'
import { bulkInput, undoBulkInput } from '@/domain/bulk/input'
import { refused } from '@/domain/outcome'
import { sentTo } from '../outcome-answer'

/** What this form asks for: a verb of its list; the gate of action() is that verb's own. */
function askedBy(form: FormData) {
  const list = bulkLists.find(one => one === form.get('list')) ?? 'leads'
  const verb = String(form.get('verb'))
  const permission = bulkPermission(list, verb)
  for (const name of ['list', 'verb']) form.delete(name)
  return { list, verb, permission }
}

/** Then on to the page that tells what came of it. */
export async function applyBulkAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  const [all, mark] = [String(form.get('rest') ?? ''), String(form.get('submission'))]
  const { list, permission } = askedBy(form)
  form.delete('rest')
  if (!permission) return refused('common.not_permitted')
  const apply = action(permission, bulkInput, async (permit, input) =>
    sentTo(
      await applyBulk(permit, input),
      `/bulk/${list}/${encodeURIComponent(mark)}${all && `?rest=${encodeURIComponent(all)}`}`,
    ),
  )
  return apply(null, form)
}

export async function undoBulkAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  const mark = String(form.get('submission'))
  const { list, verb } = askedBy(form)
  const permission = bulkPermission(list, verb)
  if (verb !== 'assign' && verb !== 'tag') return refused('common.not_permitted')
  const undo = action(permission as 'lead.assign' | 'lead.tag', undoBulkInput, async (permit, input) =>
    sentTo(await undoBulk(permit, input), `/bulk/${list}/${encodeURIComponent(mark)}?undone=1`),
  )
  return undo(null, form)
}
