import { getTranslations } from 'next-intl/server'
import { route } from '@/access/route'
import { exportAnswer, exportFormat } from '@/app/(bureau)/export-answer'
import { naming } from '@/app/(bureau)/naming'
import { askedFor } from '../event-list'
import { eventBook } from './event-book'

export async function GET(request: Request): Promise<Response> {
  const permit = await route('event.export')
  if (permit instanceof Response) return permit
  const params = new URL(request.url).searchParams
  const format = exportFormat(params.get('format'))
  if (!format) return new Response(null, { status: 404 })
  params.delete('format')
  const { filter, columns } = await askedFor(permit, params)
  const [t, { today }] = await Promise.all([getTranslations('event'), naming()])
  return exportAnswer(permit, {
    book: await eventBook(permit, filter, columns),
    format,
    title: `${t('title')} ${today}`,
    plainTitle: `events-${today}`,
    filter: Object.fromEntries(params),
  })
}
