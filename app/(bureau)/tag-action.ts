'use server'
import { getTranslations } from 'next-intl/server'
import { action } from '@/access/action'
import { setTags } from '@/db/write/record-tags'
import { setTagsInput } from '@/domain/tag/input'
import { nounOfNumber } from '@/domain/tag/tag'
import { saidAt } from './said'

const of = {
  lead: { set: action('lead.tag', setTagsInput, setTags), path: '/leads' },
  deal: { set: action('deal.tag', setTagsInput, setTags), path: '/deals' },
  company: { set: action('company.tag', setTagsInput, setTags), path: '/companies' },
} as const

/** The tags that were ticked are those of the record. */
export async function setTagsAction(form: FormData): Promise<void> {
  const number = String(form.get('number'))
  const { set, path } = of[nounOfNumber(number) ?? 'lead']
  const t = await getTranslations('tag')
  await saidAt(await set(null, form), `${path}/${encodeURIComponent(number)}`, t('set'))
}
