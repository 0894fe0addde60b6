import { getTranslations } from 'next-intl/server'
import { route } from '@/access/route'
import { exportAnswer, exportFormat } from '@/app/(bureau)/export-answer'
import { naming } from '@/app/(bureau)/naming'
import { dealListAsked } from '../deal-list'
import { dealBook } from './deal-book'

export async function GET(request: Request): Promise<Response> {
  const permit = await route('deal.export')
  if (permit instanceof Response) return permit
  const params = new URL(request.url).searchParams
  const format = exportFormat(params.get('format'))
  if (!format) return new Response(null, { status: 404 })
  params.delete('format')
  const { filter, columns } = await dealListAsked(permit, params)
  const [t, { today }] = await Promise.all([getTranslations('deal'), naming()])
  const day = filter.asOf ?? today
  return exportAnswer(permit, {
    book: await dealBook(permit, filter, columns),
    format,
    title: `${t('title')} ${day}`,
    plainTitle: `deals-${day}`,
    filter: Object.fromEntries(params),
  })
}
