import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { TagMarks } from '@/app/(bureau)/tag-marks'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { EmptyState, Page, PageHead } from '@/components/page'
import { PlainTable } from '@/components/table'
import { listTags, type TagSetting } from '@/db/read/tag'
import { EditColumns } from '../edit-columns'
import { TagForm } from './tag-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tag'))('title') }
}

const lists = {
  leads: '/leads?stage=all&tag=',
  deals: '/deals?status=all&approved=all&tag=',
  companies: '/companies?tag=',
}

export default async function TagsPage({ searchParams }: { searchParams: Promise<{ edit?: string }> }) {
  const tags = await listTags(await page('tag.edit'))
  const [t, { edit }] = await Promise.all([getTranslations('tag'), searchParams])
  const chosen = tags.find(tag => String(tag.id) === edit)
  const count = (tag: TagSetting, noun: keyof typeof lists) =>
    tag[noun] === 0 ? (
      '—'
    ) : (
      <a className="link" href={lists[noun] + tag.id}>
        {tag[noun]}
      </a>
    )
  return (
    <Page>
      <PageHead title={t('title')} says={t('says', { count: tags.length })}>
        <LinkButton look="primary" href="?edit=new">
          <Icon name="plus" />
          {t('create')}
        </LinkButton>
      </PageHead>
      <EditColumns
        side={
          chosen || edit === 'new' ? (
            <TagForm key={edit} tag={chosen} others={tags.filter(tag => tag !== chosen)} />
          ) : null
        }
      >
        {tags.length === 0 ? (
          <EmptyState title={t('empty.title')} says={t('empty.says')} />
        ) : (
          <PlainTable
            caption={t('title')}
            head={(['name', 'leads', 'deals', 'companies', 'act'] as const).map(key => (
              <th key={key} scope="col" className={key === 'name' || key === 'act' ? undefined : 'n'}>
                {t(`column.${key}`)}
              </th>
            ))}
          >
            {tags.map(tag => (
              <tr key={tag.id}>
                <td>
                  <TagMarks tags={[tag]} />
                </td>
                {(['leads', 'deals', 'companies'] as const).map(noun => (
                  <td key={noun} className="n">
                    {count(tag, noun)}
                  </td>
                ))}
                <td>
                  <a className="link" href={`?edit=${tag.id}`} aria-label={t('editOne', { name: tag.name })}>
                    {t('edit')}
                  </a>
                </td>
              </tr>
            ))}
          </PlainTable>
        )}
      </EditColumns>
    </Page>
  )
}
