import { getLocale, getTranslations } from 'next-intl/server'
import { reference } from '@/access/reference'
import { route } from '@/access/route'
import { disposition, exportTypes } from '@/app/(bureau)/export-answer'
import { lookAlikeNouns } from '@/domain/duplicate/look-alike'
import { templateOf } from '@/domain/import/template'
import { type Locale, nameIn } from '@/domain/user/user'
import { templateWords } from '@/i18n/import-template'

/** An empty sheet of a noun in one's language, with the names of this office to choose from. */
export async function GET(request: Request) {
  const noun = lookAlikeNouns.find(one => one === new URL(request.url).searchParams.get('noun'))
  if (!noun) return new Response(null, { status: 404 })
  const permit = await route(`${noun}.import`)
  if (permit instanceof Response) return permit
  const [t, locale, ref] = await Promise.all([
    getTranslations('import'),
    getLocale() as Promise<Locale>,
    reference(),
  ])
  const named = (rows: readonly { name: string; names: object; active: boolean }[]) =>
    rows.filter(({ active }) => active).map(row => nameIn(locale, row.name, row.names))
  const works = ref.people.filter(({ role }) => role === 'officer' || role === 'manager')
  const leaders = ref.people.filter(({ role }) => role === 'director' || role === 'manager')
  const bytes = await templateOf({ noun, actor: permit.actor }, locale, await templateWords(noun, locale), {
    desk: named(ref.desks),
    industry: named(ref.industries),
    person: named(works),
    leader: named(leaders),
  })
  const name = `${t('template')} ${t(`noun.${noun}`)}.xlsx`
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': exportTypes.xlsx,
      'Content-Disposition': disposition(name, `${noun}-template.xlsx`),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
