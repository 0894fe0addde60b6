import { getTranslations } from 'next-intl/server'
import { ListKeys } from '@/components/list-keys'
import { DeskDot, StatusChip } from '@/components/marks'
import { Section } from '@/components/page'
import { Change } from '@/components/timeline'
import type { DealChange, DealChanges } from '@/db/read/figure/deal-change'
import { nameIn } from '@/domain/user/user'
import { AmountWords } from './amount'
import { naming } from './naming'

/** What was recorded about deals in the last 7 days, newest first. */
export async function DayChanges({ changes, counts }: DealChanges) {
  const [t, names] = await Promise.all([getTranslations('day.changes'), naming()])
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const kinds = (['created', 'moved', 'amount', 'lost'] as const).filter(kind => counts[kind] > 0)
  return (
    <Section
      title={t('title')}
      note={t('note')}
      aside={kinds.map(kind => `${t(kind)} ${counts[kind]}`).join(' · ')}
    >
      {changes.length === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      <ListKeys>
        <ul className="rows">
          {changes.map(change => (
            <li
              key={`${change.deal.number}-${change.kind}-${change.at.toISOString()}`}
              data-row
              className="flex flex-wrap items-baseline gap-x-3"
            >
              <time
                className="w-20 flex-none text-ink-2"
                dateTime={change.at.toISOString()}
                title={names.moment(change.at)}
              >
                {names.dayOf(change.at)}
              </time>
              <StatusChip tone={change.kind === 'lost' ? 'red' : 'quiet'}>
                {t(change.kind === 'lost' && change.to === 'withdrawn' ? 'withdrawn' : change.kind)}
              </StatusChip>
              <span className="min-w-0 flex-1 basis-52">
                <DeskDot colour={names.desk(change.deal.deskId).colour} />{' '}
                <a href={`/deals/${change.deal.number}`}>
                  {nameIn(names.locale, change.deal.name, change.deal.names)}
                </a>{' '}
                <span className="text-ink-2">
                  {change.reason ?? ''}
                  {change.effectiveOn === names.dateOf(change.at)
                    ? ''
                    : ` ${t('effective', { date: names.day(change.effectiveOn) })}`}
                </span>
              </span>
              <span className="ml-auto text-right">
                <What change={change} />
              </span>
            </li>
          ))}
        </ul>
      </ListKeys>
      {total > changes.length ? (
        <p className="text-ink-2">{t('more', { count: total - changes.length })}</p>
      ) : null}
    </Section>
  )
}

async function What({ change }: { change: DealChange }) {
  const deal = await getTranslations('deal')
  if (change.kind === 'moved')
    return <Change from={deal(`stage.${change.from}`)} to={deal(`stage.${change.to}`)} />
  if (change.kind === 'amount')
    return <Change from={<AmountWords money={change.from} />} to={<AmountWords money={change.to} />} />
  if (change.kind === 'lost')
    return (
      <>
        {deal(`stage.${change.deal.stage}`)} · <AmountWords money={change.deal.total} />
      </>
    )
  return <AmountWords money={change.deal.total} />
}
