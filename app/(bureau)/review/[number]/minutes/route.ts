import { getLocale, getTranslations } from 'next-intl/server'
import { reference } from '@/access/reference'
import { route } from '@/access/route'
import { disposition } from '@/app/(bureau)/export-answer'
import { getReview } from '@/db/read/review'
import { logExport } from '@/db/write/export-log'
import { isLocale } from '@/i18n/locale'
import { minutesText } from './minutes-text'

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The minutes of a review as a Word document, in the language that is asked for; logged like every export. */
export async function GET(request: Request, { params }: { params: Promise<{ number: string }> }) {
  const permit = await route('review.export')
  if (permit instanceof Response) return permit
  const review = await getReview(permit, (await params).number)
  if (!review) return new Response(null, { status: 404 })
  const asked = new URL(request.url).searchParams.get('locale') ?? ''
  const locale = isLocale(asked) ? asked : await getLocale()
  const text = await minutesText(review, await reference(), locale)
  // the library is loaded by whoever wants a document
  const { minutesDocx } = await import('@/domain/review/minutes-docx')
  const file = await minutesDocx(text)
  await logExport(permit, {
    format: 'docx',
    rows: review.items.length,
    filter: { review: review.number, locale },
  })
  const t = await getTranslations({ locale, namespace: 'review' })
  const name = `${t('title')} ${review.number} ${review.heldOn}.docx`
  return new Response(file as BodyInit, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': disposition(name, `review-${review.number}.docx`),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
