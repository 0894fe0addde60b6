import { getTranslations } from 'next-intl/server'
import { route } from '@/access/route'
import { exportAnswer, exportFormat } from '@/app/(bureau)/export-answer'
import { naming } from '@/app/(bureau)/naming'
import { askedFor } from '../lead-list'
import { leadBook } from './lead-book'

export async function GET(request: Request): Promise<Response> {
  const permit = await route('lead.export')
  if (permit instanceof Response) return permit
  const params = new URL(request.url).searchParams
  const format = exportFormat(params.get('format'))
  if (!format) return new Response(null, { status: 404 })
  params.delete('format')
  const { filter, columns } = await askedFor(permit, params)
  const [t, { today }] = await Promise.all([getTranslations('lead'), naming()])
  return exportAnswer(permit, {
    book: await leadBook(permit, filter, columns),
    format,
    title: `${t('title')} ${today}`,
    plainTitle: `leads-${today}`,
    filter: Object.fromEntries(params),
  })
}
