import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { naming } from '@/app/(bureau)/naming'
import { Banner, Page, PageHead } from '@/components/page'
import { PlainTable } from '@/components/table'
import { getWorkDays } from '@/db/read/work-days'
import { sayNoticeDays } from '@/domain/calendar/notice'
import { EditColumns } from '../edit-columns'
import { NoticeForm } from './notice-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setting.work'))('title') }
}

/** Which notices the clocks run by, and the form to enter the one for a year. */
export default async function WorkDaysPage({ searchParams }: { searchParams: Promise<{ year?: string }> }) {
  const work = await getWorkDays(await page('zone.edit'))
  const [t, names, { year }] = await Promise.all([getTranslations('setting.work'), naming(), searchParams])
  const { known, entered, version } = work
  const guess = names.ref.guessedFrom
  const chosen = Number(year) || guess
  const opened = entered.find(one => one.year === chosen)
  const says = t('says', { from: String(known.from), to: String(known.to) })
  return (
    <Page>
      <PageHead title={t('title')} says={says} />
      <div className="page-body">
        <Banner tone="amber" icon="info">
          {t('guess', { year: String(guess) })}
        </Banner>
      </div>
      <EditColumns side={<NoticeForm key={chosen} version={version} year={chosen} opened={opened} />}>
        <h2 className="mb-2 text-16">{t('entered')}</h2>
        {entered.length === 0 ? (
          <p className="text-ink-2">{t('none')}</p>
        ) : (
          <PlainTable
            caption={t('entered')}
            head={
              <>
                <th scope="col">{t('year')}</th>
                <th scope="col">{t('off')}</th>
                <th scope="col">{t('works')}</th>
              </>
            }
          >
            {entered.map(one => (
              <tr key={one.year}>
                <td className="w">
                  <a
                    className="link"
                    href={`/admin/work-days?year=${one.year}`}
                    aria-label={t('edit', { year: String(one.year) })}
                  >
                    {one.year}
                  </a>
                </td>
                <td className="whitespace-pre-line">{sayNoticeDays(one.off)}</td>
                <td className="whitespace-pre-line">{sayNoticeDays(one.works)}</td>
              </tr>
            ))}
          </PlainTable>
        )}
      </EditColumns>
    </Page>
  )
}
