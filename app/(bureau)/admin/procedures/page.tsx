import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Button, LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { EmptyState, Page, PageHead } from '@/components/page'
import { PlainTable } from '@/components/table'
import { listTemplates } from '@/db/read/procedure'
import { firstTemplates } from '@/domain/procedure/first-templates'
import { EditColumns } from '../edit-columns'
import { startTemplatesAction } from './actions'
import { TemplateForm } from './template-form'
import { TemplateRows } from './template-rows'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('procedure.template'))('title') }
}

/** The steps that a deal gets when it moves to entry procedures. */
export default async function ProceduresPage({ searchParams }: { searchParams: Promise<{ edit?: string }> }) {
  const templates = await listTemplates(await page('procedure_template.edit'))
  const [t, { edit }] = await Promise.all([getTranslations('procedure.template'), searchParams])
  const chosen = templates.find(template => String(template.id) === edit)
  return (
    <Page>
      <PageHead title={t('title')} says={t('says')}>
        <LinkButton look="primary" href="?edit=new">
          <Icon name="plus" />
          {t('create')}
        </LinkButton>
      </PageHead>
      <EditColumns
        side={
          chosen || edit === 'new' ? (
            <TemplateForm
              key={edit}
              template={chosen}
              others={templates.filter(template => template.active && template !== chosen)}
            />
          ) : null
        }
      >
        {templates.length === 0 ? (
          <EmptyState title={t('empty.title')} says={t('empty.says')}>
            <form action={startTemplatesAction}>
              <Button type="submit">{t('empty.start', { count: firstTemplates.length })}</Button>
            </form>
          </EmptyState>
        ) : (
          <PlainTable
            caption={t('title')}
            head={(['order', 'name', 'agency', 'days', 'after', 'languages', 'act'] as const).map(key => (
              <th key={key} scope="col">
                {t(`column.${key}`)}
              </th>
            ))}
          >
            <TemplateRows templates={templates} />
          </PlainTable>
        )}
      </EditColumns>
    </Page>
  )
}
