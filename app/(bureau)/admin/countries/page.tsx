import type { Metadata } from 'next'
import Form from 'next/form'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { naming } from '@/app/(bureau)/naming'
import { Button } from '@/components/button'
import { TextInput } from '@/components/inputs'
import { StatusChip } from '@/components/marks'
import { Page, PageBar, PageHead } from '@/components/page'
import { PlainTable } from '@/components/table'
import { countryName, countryOptions, isCountryCode } from '@/domain/country/country'
import { fold } from '@/domain/name/fold'
import { EditColumns } from '../edit-columns'
import { CountryForm } from './country-form'

type Query = { edit?: string; text?: string }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setting.country'))('title') }
}

export default async function CountriesPage({ searchParams }: { searchParams: Promise<Query> }) {
  await page('country.edit')
  const [t, { locale, ref }, query] = await Promise.all([
    getTranslations('setting.country'),
    naming(),
    searchParams,
  ])
  const text = query.text?.slice(0, 100) ?? ''
  const { promoted, others } = countryOptions(locale, ref.countries)
  const shown = [...promoted, ...others].filter(({ code, name }) =>
    fold(`${code} ${name}`).includes(fold(text)),
  )
  const carried = text ? `&text=${encodeURIComponent(text)}` : ''
  return (
    <Page>
      <PageHead title={t('title')} says={t('says', { count: Object.keys(ref.countries).length })} />
      <PageBar>
        <Form prefetch={false} action="" role="search" aria-label={t('title')} className="flex gap-2">
          <TextInput
            small
            type="search"
            name="text"
            aria-label={t('find')}
            placeholder={t('find')}
            defaultValue={text}
            maxLength={100}
          />
          <Button type="submit" small>
            {t('find_submit')}
          </Button>
        </Form>
      </PageBar>
      <EditColumns
        side={isCountryCode(query.edit) ? <CountryForm key={query.edit} code={query.edit} /> : null}
      >
        <PlainTable
          caption={t('title')}
          head={['code', 'name', 'standard', 'act'].map(key => (
            <th key={key} scope="col">
              {t(`column.${key}` as 'column.code')}
            </th>
          ))}
        >
          {shown.map(({ code, name }) => (
            <tr key={code}>
              <td className="q">{code}</td>
              <td>
                {name} {ref.countries[code] ? <StatusChip tone="accent">{t('own')}</StatusChip> : null}
              </td>
              <td className="q">{countryName(code, locale)}</td>
              <td>
                <a className="link" href={`?edit=${code}${carried}`} aria-label={t('edit_one', { name })}>
                  {t('edit')}
                </a>
              </td>
            </tr>
          ))}
        </PlainTable>
      </EditColumns>
    </Page>
  )
}
