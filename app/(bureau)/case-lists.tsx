import { getTranslations } from 'next-intl/server'
import { StageSteps } from '@/components/ladder'
import { DeskChip, StatusChip } from '@/components/marks'
import { Section } from '@/components/page'
import { HeadCell, PlainTable } from '@/components/table'
import type { Cases } from '@/db/read/company-case'
import { dealStages } from '@/domain/deal/deal'
import type { LeadStage } from '@/domain/lead/lead'
import { type Currency, isCurrency } from '@/domain/money/currency'
import { nameIn } from '@/domain/user/user'
import { AmountWords } from './amount'
import { naming } from './naming'

/** Leads use four of the five shades; one that was disqualified has left the ladder. */
const leadTone: Record<LeadStage, number> = {
  new: 1,
  contacted: 2,
  qualified: 4,
  converted: 5,
  disqualified: 1,
}
const leadLadder: readonly LeadStage[] = ['new', 'contacted', 'qualified', 'converted']
const dealTone = { negotiation: 1, entry_procedures: 3, approved: 5 } as const

/** The deals of a company, contact or event that the reader may see, and the way to all of them. */
export async function DealLines({ cases, href }: { cases: Cases; href?: string }) {
  const [t, deal, common, names] = await Promise.all([
    getTranslations('company'),
    getTranslations('deal'),
    getTranslations('common.say'),
    naming(),
  ])
  return (
    <Section
      title={t('section.deals')}
      count={cases.dealCount}
      note={more(cases.deals.length, cases.dealCount, t)}
      aside={
        href && cases.dealCount > 0 ? (
          <a className="link" href={href}>
            {t('act.allDeals')}
          </a>
        ) : null
      }
    >
      {cases.dealCount === 0 ? (
        <p className="text-ink-2">{t('none.deals')}</p>
      ) : (
        <PlainTable
          cards
          caption={t('section.deals')}
          head={
            <>
              <HeadCell>{deal('field.number')}</HeadCell>
              <HeadCell>{deal('field.name')}</HeadCell>
              <HeadCell>{deal('field.desk')}</HeadCell>
              <HeadCell>{deal('field.stage')}</HeadCell>
              <HeadCell number>{deal('field.total')}</HeadCell>
              <HeadCell>{deal('field.officer')}</HeadCell>
            </>
          }
        >
          {cases.deals.map(row => (
            <tr key={row.number}>
              <td className="no">
                <a className="link" href={`/deals/${row.number}`}>
                  {row.number}
                </a>
              </td>
              <td className="nm c1">{nameIn(names.locale, row.name, row.names)}</td>
              <td className="cr">
                <DeskChip colour={names.desk(row.deskId).colour}>{names.desk(row.deskId).name}</DeskChip>
              </td>
              <td className="w c2">
                <StageSteps step={dealStages.indexOf(row.stage) + 1} steps={3} tone={dealTone[row.stage]} />{' '}
                {deal(`stage.${row.stage}`)}
                {row.status === 'active' ? null : (
                  <>
                    {' '}
                    <StatusChip tone={row.status === 'lost' ? 'red' : 'quiet'}>
                      {deal(`status.${row.status}`)}
                    </StatusChip>
                  </>
                )}
              </td>
              <td className="n c3">
                <AmountWords money={moneyOf(row.totalMinor, row.totalCurrency)} />
              </td>
              <td className="w">
                {names.person(row.caseOfficerId) || <span className="text-ink-3">{common('none')}</span>}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </Section>
  )
}

/** The leads likewise. */
export async function LeadLines({ cases, href }: { cases: Cases; href?: string }) {
  const [t, lead, deal, common, names] = await Promise.all([
    getTranslations('company'),
    getTranslations('lead'),
    getTranslations('deal'),
    getTranslations('common.say'),
    naming(),
  ])
  return (
    <Section
      title={t('section.leads')}
      count={cases.leadCount}
      note={more(cases.leads.length, cases.leadCount, t)}
      aside={
        href && cases.leadCount > 0 ? (
          <a className="link" href={href}>
            {t('act.allLeads')}
          </a>
        ) : null
      }
    >
      {cases.leadCount === 0 ? (
        <p className="text-ink-2">{t('none.leads')}</p>
      ) : (
        <PlainTable
          cards
          caption={t('section.leads')}
          head={
            <>
              <HeadCell>{deal('field.number')}</HeadCell>
              <HeadCell>{deal('field.name')}</HeadCell>
              <HeadCell>{deal('field.desk')}</HeadCell>
              <HeadCell>{deal('field.stage')}</HeadCell>
              <HeadCell>{deal('field.officer')}</HeadCell>
            </>
          }
        >
          {cases.leads.map(row => (
            <tr key={row.number}>
              <td className="no">
                <a className="link" href={`/leads/${row.number}`}>
                  {row.number}
                </a>
              </td>
              <td className="nm c1" title={row.need}>
                <span className="two">
                  <span lang={row.nameLocale ?? undefined}>{row.name}</span>{' '}
                  <span className="text-ink-2">{row.need}</span>
                </span>
              </td>
              <td className="cr">
                <DeskChip colour={names.desk(row.deskId).colour}>{names.desk(row.deskId).name}</DeskChip>
              </td>
              <td className="w c2">
                <StageSteps step={leadLadder.indexOf(row.stage) + 1} steps={4} tone={leadTone[row.stage]} />{' '}
                {lead(`stage.${row.stage}`)}
              </td>
              <td className="w c3">
                {names.person(row.caseOfficerId) || <span className="text-ink-3">{common('none')}</span>}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </Section>
  )
}

type Words = Awaited<ReturnType<typeof getTranslations<'company'>>>

/** That one sees what one may see; and that there are more of them than stand here. */
const more = (shown: number, total: number, t: Words) =>
  shown < total ? `${t('latest', { shown, total })} · ${t('within')}` : t('within')

const moneyOf = (minor: bigint | null, currency: string | null) =>
  minor !== null && isCurrency(currency) ? { minor, currency: currency as Currency } : null
