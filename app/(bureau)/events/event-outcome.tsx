import { getTranslations } from 'next-intl/server'
import { DeskChip } from '@/components/marks'
import { Section } from '@/components/page'
import { HeadCell, PlainTable } from '@/components/table'
import type { EventOutcome } from '@/db/read/event-outcome'
import { dealStages } from '@/domain/deal/deal'
import { leadStages } from '@/domain/lead/lead'
import { addSums, type Sum } from '@/domain/money/sum'
import { SumWords } from '../amount'
import { naming } from '../naming'

/** Leads per stage, active deals per stage with their sum, a row per desk; each number leads to its list. */
export async function EventOutcomeTable({ number, outcome }: { number: string; outcome: EventOutcome }) {
  const [t, lead, deal, names] = await Promise.all([
    getTranslations('event'),
    getTranslations('lead'),
    getTranslations('deal'),
    naming(),
  ])
  const { leadsByStage, dealsByStage } = outcome
  const stagesOfLeads = leadStages.filter(stage => leadsByStage.some(one => one.stage === stage))
  const deskIds = names.ref.desks
    .map(desk => desk.id)
    .filter(id => leadsByStage.some(one => one.deskId === id) || dealsByStage.some(one => one.deskId === id))
  const leadsAt = (stage: string, deskId?: number) =>
    leadsByStage
      .filter(one => one.stage === stage && (deskId === undefined || one.deskId === deskId))
      .reduce((sum, one) => sum + one.count, 0)
  const dealsAt = (stage: string, deskId?: number) =>
    addSums(
      ...dealsByStage.filter(one => one.stage === stage && (deskId === undefined || one.deskId === deskId)),
    )
  const desk = (deskId?: number) => (deskId === undefined ? '' : `&desk=${names.desk(deskId).key}`)
  const cells = (deskId?: number) => (
    <>
      {stagesOfLeads.map(stage => (
        <td key={stage} className="n">
          <Count n={leadsAt(stage, deskId)} href={`/leads?event=${number}&stage=${stage}${desk(deskId)}`} />
        </td>
      ))}
      {dealStages.map(stage => (
        <td key={stage} className="n">
          <CountAndSum
            sum={dealsAt(stage, deskId)}
            href={`/deals?event=${number}&stage=${stage}&approved=all${desk(deskId)}`}
          />
        </td>
      ))}
    </>
  )
  return (
    <Section title={t('section.outcome')} note={`${t('within')} · ${t('outcome.activeOnly')}`}>
      {deskIds.length === 0 ? (
        <p className="text-ink-2">{t('none.outcome')}</p>
      ) : (
        <PlainTable
          caption={t('section.outcome')}
          head={
            <>
              <HeadCell>{t('outcome.desk')}</HeadCell>
              {stagesOfLeads.map(stage => (
                <HeadCell key={stage} number unit={lead(`stage.${stage}`)}>
                  {t('outcome.leads')}
                </HeadCell>
              ))}
              {dealStages.map(stage => (
                <HeadCell key={stage} number unit={deal(`stage.${stage}`)}>
                  {t('outcome.deals')}
                </HeadCell>
              ))}
            </>
          }
        >
          {deskIds.map(id => (
            <tr key={id}>
              <td className="c1">
                <DeskChip colour={names.desk(id).colour}>{names.desk(id).name}</DeskChip>
              </td>
              {cells(id)}
            </tr>
          ))}
          {deskIds.length > 1 ? (
            <tr className="font-semibold">
              <td className="c1">{t('outcome.total')}</td>
              {cells()}
            </tr>
          ) : null}
        </PlainTable>
      )}
    </Section>
  )
}

function Count({ n, href }: { n: number; href: string }) {
  if (n === 0) return <span className="text-ink-3">0</span>
  return (
    <a className="link" href={href}>
      {n}
    </a>
  )
}

function CountAndSum({ sum, href }: { sum: Sum; href: string }) {
  return (
    <>
      <Count n={sum.count} href={href} />
      {sum.count > 0 ? (
        <span className="block text-12">
          <SumWords sum={sum} />
        </span>
      ) : null}
    </>
  )
}
