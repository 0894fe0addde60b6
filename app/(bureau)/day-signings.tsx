import { getTranslations } from 'next-intl/server'
import { DeskChip } from '@/components/marks'
import { Section } from '@/components/page'
import { PlainTable } from '@/components/table'
import { signingsPerDesk } from '@/db/read/figure/signing'
import { dealSearch } from '@/domain/deal/filter'
import { type Signing, signings } from '@/domain/deal/filter-work'
import { figureFilter, signingFigure } from '@/domain/figure/deal'
import type { Permit } from '@/domain/policy/permit'
import { naming } from './naming'

/** What was signed this month, per desk: each number opens its deals, and the head of a column those of the year. */
export async function DaySignings({ permit }: { permit: Permit<'day.read'> }) {
  const [t, deal, names] = await Promise.all([
    getTranslations('day.signings'),
    getTranslations('deal'),
    naming(),
  ])
  const month = { from: `${names.today.slice(0, 8)}01`, to: names.today }
  const year = { from: `${names.today.slice(0, 5)}01-01`, to: names.today }
  const found = await signingsPerDesk(permit, month)
  const href = (kind: Signing, period: typeof month, desks: readonly string[] = []) =>
    `/deals${dealSearch({ ...figureFilter({ key: signingFigure[kind], ...period }, names.today), desks })}`
  const deskIds = names.ref.desks.map(({ id }) => id).filter(id => found.some(one => one.deskId === id))
  const count = (kind: Signing, deskId: number) =>
    found.find(one => one.kind === kind && one.deskId === deskId)?.sum.count ?? 0
  return (
    <Section id="signings" title={t('title')} note={t('note')}>
      {found.length === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      {found.length > 0 ? (
        <PlainTable
          caption={t('title')}
          head={
            <>
              <th scope="col">{deal('field.desk')}</th>
              {signings.map(kind => (
                <th key={kind} scope="col" className="n">
                  {t(kind)}
                </th>
              ))}
            </>
          }
        >
          {deskIds.map(id => (
            <tr key={id}>
              <td>
                <DeskChip colour={names.desk(id).colour}>{names.desk(id).name}</DeskChip>
              </td>
              {signings.map(kind => (
                <td key={kind} className="n">
                  {count(kind, id) > 0 ? (
                    <a className="link" href={href(kind, month, [names.desk(id).key])}>
                      {count(kind, id)}
                    </a>
                  ) : (
                    '—'
                  )}
                </td>
              ))}
            </tr>
          ))}
        </PlainTable>
      ) : null}
      <p className="mt-2 text-13 text-ink-2">
        {t('year')}{' '}
        {signings.map(kind => (
          <a key={kind} className="link mr-3" href={href(kind, year)}>
            {t(kind)}
          </a>
        ))}
      </p>
    </Section>
  )
}
