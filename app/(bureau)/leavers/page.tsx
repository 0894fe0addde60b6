import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { DeskChip, StatusChip } from '@/components/marks'
import { Page, PageHead } from '@/components/page'
import { PlainTable } from '@/components/table'
import { nameIn } from '@/domain/user/user'
import { CoverTabs } from '../cover-tabs'
import { naming } from '../naming'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('handover.leaver'))('title') }
}

/** Whose checklist one may open: the people of one's desks, or of all. */
export default async function LeaversPage() {
  const { actor } = await page('leaver.read')
  const [t, frame, names] = await Promise.all([
    getTranslations('handover.leaver'),
    getTranslations('frame'),
    naming(),
  ])
  const people = names.ref.people.filter(
    person =>
      (person.role === 'officer' || person.role === 'manager') &&
      (actor.role !== 'manager' || person.deskIds.some(id => actor.headOf.includes(id))),
  )
  return (
    <Page>
      <PageHead title={t('title')} says={t('says')} />
      <CoverTabs now="leavers" />
      <div className="page-body">
        <PlainTable
          caption={t('title')}
          head={(['name', 'role', 'desks', 'act'] as const).map(key => (
            <th key={key} scope="col">
              {t(`column.${key}`)}
            </th>
          ))}
        >
          {people.map(person => {
            const name = nameIn(names.locale, person.name, person.names)
            return (
              <tr key={person.id}>
                <td>
                  {name} {person.active ? null : <StatusChip>{t('disabled')}</StatusChip>}
                </td>
                <td>{frame(`role.${person.role}`)}</td>
                <td>
                  {person.deskIds.map(id => (
                    <DeskChip key={id} colour={names.desk(id).colour}>
                      {names.desk(id).name}
                    </DeskChip>
                  ))}
                </td>
                <td>
                  <a className="link" href={`/leavers/${person.id}`} aria-label={t('openOne', { name })}>
                    {t('open')}
                  </a>
                </td>
              </tr>
            )
          })}
        </PlainTable>
      </div>
    </Page>
  )
}
