import { getTranslations } from 'next-intl/server'
import { route } from '@/access/route'
import { exportAnswer, exportFormat } from '@/app/(bureau)/export-answer'
import { naming } from '@/app/(bureau)/naming'
import { askedFor } from '../company-list'
import { companyBook } from './company-book'

export async function GET(request: Request): Promise<Response> {
  const permit = await route('company.export')
  if (permit instanceof Response) return permit
  const params = new URL(request.url).searchParams
  const format = exportFormat(params.get('format'))
  if (!format) return new Response(null, { status: 404 })
  params.delete('format')
  const { filter, columns } = await askedFor(permit, params)
  const [t, { today }] = await Promise.all([getTranslations('company'), naming()])
  return exportAnswer(permit, {
    book: await companyBook(permit, filter, columns),
    format,
    title: `${t('title')} ${today}`,
    plainTitle: `companies-${today}`,
    filter: Object.fromEntries(params),
  })
}
