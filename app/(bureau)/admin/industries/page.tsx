import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { naming } from '@/app/(bureau)/naming'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { StatusChip } from '@/components/marks'
import { Page, PageHead } from '@/components/page'
import { PlainTable } from '@/components/table'
import { listIndustries } from '@/db/read/industry'
import type { Section } from '@/domain/industry/industry'
import { nameIn } from '@/domain/user/user'
import { EditColumns } from '../edit-columns'
import { MissingNames } from '../missing-names'
import { StepButtons } from '../step-buttons'
import { stepIndustryAction } from './actions'
import { IndustryForm } from './industry-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setting.industry'))('title') }
}

export default async function IndustriesPage({ searchParams }: { searchParams: Promise<{ edit?: string }> }) {
  const industries = await listIndustries(await page('industry.edit'))
  const [t, { locale }, { edit }] = await Promise.all([
    getTranslations('setting.industry'),
    naming(),
    searchParams,
  ])
  const chosen = industries.find(industry => String(industry.id) === edit)
  return (
    <Page>
      <PageHead title={t('title')} says={t('says')}>
        <LinkButton look="primary" href="?edit=new">
          <Icon name="plus" />
          {t('create')}
        </LinkButton>
      </PageHead>
      <EditColumns side={chosen || edit === 'new' ? <IndustryForm key={edit} industry={chosen} /> : null}>
        <PlainTable
          caption={t('title')}
          head={['order', 'name', 'section', 'languages', 'act'].map(key => (
            <th key={key} scope="col">
              {t(`column.${key}` as 'column.order')}
            </th>
          ))}
        >
          {industries.map((industry, at) => (
            <tr key={industry.id}>
              <td>
                <StepButtons
                  id={industry.id}
                  name={industry.name}
                  first={at === 0}
                  last={at === industries.length - 1}
                  action={stepIndustryAction}
                />
              </td>
              <td>
                {nameIn(locale, industry.name, industry.names)}{' '}
                {industry.active ? null : <StatusChip>{t('closed')}</StatusChip>}
              </td>
              <td className="q">
                {industry.section} {t(`sections.${industry.section as Section}`)}
              </td>
              <td>
                <MissingNames names={industry.names} />
              </td>
              <td>
                <a
                  className="link"
                  href={`?edit=${industry.id}`}
                  aria-label={t('edit_one', { name: industry.name })}
                >
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
