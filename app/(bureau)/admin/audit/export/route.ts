import { getLocale, getTranslations } from 'next-intl/server'
import { reference } from '@/access/reference'
import { route } from '@/access/route'
import { exportAnswer, exportFormat } from '@/app/(bureau)/export-answer'
import { type AuditLine, eachAudit } from '@/db/read/audit-log'
import { moment, text } from '@/domain/spreadsheet/cell'
import type { Column } from '@/domain/spreadsheet/column'
import { auditAddress, readAuditFilter } from '@/domain/user/audit-filter'
import { punctuation } from '@/domain/user/punctuation'
import type { Locale } from '@/domain/user/user'
import { auditWords } from '../audit-words'

/** The log as the screen shows it, all of it. */
export async function GET(request: Request): Promise<Response> {
  const permit = await route('audit.export')
  if (permit instanceof Response) return permit
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const format = exportFormat(query.format ?? null)
  if (!format || format === 'desks') return new Response(null, { status: 404 })
  const filter = readAuditFilter(query)
  const [t, words, { zone, today }, locale] = await Promise.all([
    getTranslations('setting.audit'),
    auditWords(),
    reference(),
    getLocale() as Promise<Locale>,
  ])
  const column = (
    key: 'person' | 'login' | 'noun' | 'verb' | 'record' | 'details' | 'outcome' | 'address',
    of: (line: AuditLine) => string | null,
  ): Column<AuditLine> => ({
    key,
    header: t(key),
    cell: line => text(of(line)),
  })
  const who: Column<AuditLine>[] = [
    { key: 'at', header: t('at'), width: 20, cell: line => moment(line.at, zone.timezone) },
    column('person', line => line.person),
    column('login', line => line.login),
  ]
  const columns =
    filter.view === 'sign_ins'
      ? [
          ...who,
          column('outcome', line => words.outcome(line.outcome)),
          column('address', line => words.address(line.address)),
        ]
      : [
          ...who,
          column('noun', words.noun),
          column('verb', words.verb),
          column('record', line => line.record),
          column('details', line => words.details(line).join(punctuation(locale).semicolon)),
        ]
  const name = t(`view.${filter.view}`)
  return exportAnswer(permit, {
    format,
    title: `${name} ${today}`,
    plainTitle: `log-${today}`,
    filter: { query: auditAddress(filter) },
    book: {
      name,
      locale,
      about: [`${name} ${today}`],
      columns,
      rows: eachAudit(permit, filter),
      now: new Date(),
    },
  })
}
