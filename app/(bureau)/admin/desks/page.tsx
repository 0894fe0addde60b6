import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { CoverTable } from '@/app/(bureau)/cover-table'
import { naming } from '@/app/(bureau)/naming'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { DeskChip, StatusChip } from '@/components/marks'
import { Page, PageHead, Section } from '@/components/page'
import { PlainTable } from '@/components/table'
import { listCovers } from '@/db/read/cover'
import { listDesks } from '@/db/read/desk'
import { nameIn } from '@/domain/user/user'
import { EditColumns } from '../edit-columns'
import { MissingNames } from '../missing-names'
import { StepButtons } from '../step-buttons'
import { stepDeskAction } from './actions'
import { DeskForm } from './desk-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setting.desk'))('title') }
}

export default async function DesksPage({ searchParams }: { searchParams: Promise<{ edit?: string }> }) {
  const desks = await listDesks(await page('desk.edit'))
  const cover = await page('cover.read')
  const [t, words, { covers }, { locale }, { edit }] = await Promise.all([
    getTranslations('setting.desk'),
    getTranslations('cover'),
    listCovers(cover),
    naming(),
    searchParams,
  ])
  const chosen = desks.find(desk => String(desk.id) === edit)
  const side = chosen || edit === 'new' ? <DeskForm key={edit} desk={chosen} next={desks.length % 8} /> : null
  return (
    <Page>
      <PageHead title={t('title')} says={t('says')}>
        <LinkButton look="primary" href="?edit=new">
          <Icon name="plus" />
          {t('create')}
        </LinkButton>
      </PageHead>
      <EditColumns side={side}>
        <PlainTable
          caption={t('title')}
          head={['order', 'name', 'heads', 'people', 'languages', 'act'].map(key => (
            <th key={key} scope="col">
              {t(`column.${key}` as 'column.order')}
            </th>
          ))}
        >
          {desks.map((desk, at) => (
            <tr key={desk.id}>
              <td>
                <StepButtons
                  id={desk.id}
                  name={nameIn(locale, desk.name, desk.names)}
                  first={at === 0}
                  last={at === desks.length - 1}
                  action={stepDeskAction}
                />
              </td>
              <td>
                <DeskChip colour={desk.colour}>{nameIn(locale, desk.name, desk.names)}</DeskChip>{' '}
                {desk.active ? null : <StatusChip>{t('closed')}</StatusChip>}
              </td>
              <td>{desk.heads.join(t('comma')) || '—'}</td>
              <td className="n">{desk.people}</td>
              <td>
                <MissingNames names={desk.names} />
              </td>
              <td>
                <a className="link" href={`?edit=${desk.id}`} aria-label={t('edit_one', { name: desk.name })}>
                  {t('edit')}
                </a>
              </td>
            </tr>
          ))}
        </PlainTable>
        {covers.length > 0 ? (
          <Section title={words('now')} count={covers.length}>
            <CoverTable covers={covers} actor={cover.actor} label={words('now')} />
          </Section>
        ) : null}
      </EditColumns>
    </Page>
  )
}
