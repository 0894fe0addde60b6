import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { naming } from '@/app/(bureau)/naming'
import { EmptyState, Page, PageHead } from '@/components/page'
import { PlainTable } from '@/components/table'
import { listRates } from '@/db/read/rate'
import { type Currency, currencyName } from '@/domain/money/currency'
import { EditColumns } from '../edit-columns'
import { deleteRateAction } from './actions'
import { RateForm } from './rate-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setting.rate'))('title') }
}

export default async function RatesPage() {
  const rates = await listRates(await page('rate.create'))
  const [t, { locale, fullDay }] = await Promise.all([getTranslations('setting.rate'), naming()])
  const name = (currency: string) => currencyName(currency as Currency, locale)
  return (
    <Page>
      <PageHead title={t('title')} says={t('says')} />
      <EditColumns side={<RateForm />}>
        {rates.length === 0 ? <EmptyState title={t('none')} says={t('none_says')} /> : null}
        {rates.length === 0 ? null : (
          <PlainTable
            caption={t('title')}
            head={
              <>
                <th scope="col">{t('currency')}</th>
                <th scope="col">{t('on')}</th>
                <th scope="col" className="n">
                  {t('rate')}
                </th>
                <th scope="col">{t('source')}</th>
                <th scope="col">{t('by')}</th>
                <th scope="col">{t('act')}</th>
              </>
            }
          >
            {rates.map(rate => (
              <tr key={rate.id}>
                <td>
                  {name(rate.currency)} <span className="text-ink-3">{rate.currency}</span>
                </td>
                <td className="w">
                  <time dateTime={rate.onDate}>{fullDay(rate.onDate)}</time>
                </td>
                <td className="n">{rate.rate}</td>
                <td>{rate.source}</td>
                <td className="q">{rate.createdBy ?? '—'}</td>
                <td>
                  <form action={deleteRateAction}>
                    <input type="hidden" name="id" value={rate.id} />
                    <button
                      type="submit"
                      className="text-red hover:underline"
                      aria-label={t('delete_one', { currency: name(rate.currency), date: rate.onDate })}
                    >
                      {t('delete')}
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </PlainTable>
        )}
      </EditColumns>
    </Page>
  )
}
