import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/button'
import { Section } from '@/components/page'
import type { WaitingArrival } from '@/db/read/capital-day'
import type { DealRow } from '@/domain/deal/row'
import { words } from '@/domain/money/words'
import { nameIn } from '@/domain/user/user'
import { naming } from './naming'

type Props = { deals: readonly DealRow[]; arrivals: readonly WaitingArrival[]; director: boolean }

/** Approvals and arrivals that another has proposed and this person may confirm. */
export async function DayToConfirm({ deals, arrivals, director }: Props) {
  const [t, names] = await Promise.all([getTranslations('day.confirm'), naming()])
  const count = deals.length + arrivals.length
  return (
    <Section id="confirm" title={t('title')} count={count} aside={director ? null : t('by')}>
      {count === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      <ul className="rows">
        {deals.map(deal => (
          <Line key={deal.id} href={`/deals/${deal.number}#waiting`} record={deal} open={t('open')}>
            {deal.proposal
              ? t('line', {
                  name: names.person(deal.proposal.proposedBy),
                  date: names.day(deal.proposal.effectiveOn),
                })
              : null}
          </Line>
        ))}
        {arrivals.map(({ id, deal, money, on, proposedBy, corrects, strikes }) => (
          <Line
            key={`arrival-${id}`}
            href={`/deals/${deal.number}/capital#arrival-${id}`}
            record={deal}
            open={t('open')}
          >
            {t(strikes ? 'arrivalStruck' : corrects ? 'arrivalCorrected' : 'arrival', {
              name: names.person(proposedBy),
              date: names.day(on),
              amount: money ? words(money, names.locale) : '',
            })}
          </Line>
        ))}
      </ul>
    </Section>
  )
}

type LineProps = {
  href: string
  record: Pick<DealRow, 'name' | 'names'>
  open: string
  children: ReactNode
}

async function Line({ href, record, open, children }: LineProps) {
  const { locale } = await naming()
  return (
    <li className="flex items-start gap-2">
      <span className="min-w-0 flex-1">
        <a href={href}>{nameIn(locale, record.name, record.names)}</a>
        <span className="block text-ink-2">{children}</span>
      </span>
      <LinkButton small look="outlined" href={href}>
        {open}
      </LinkButton>
    </li>
  )
}
