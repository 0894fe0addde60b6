import { getTranslations } from 'next-intl/server'
import { AmountWords } from '@/app/(bureau)/amount'
import { naming } from '@/app/(bureau)/naming'
import { StatusChip } from '@/components/marks'
import { Section } from '@/components/page'
import { daysBetween } from '@/domain/calendar/date'
import type { CapitalPlan } from '@/domain/capital/deal'
import { words } from '@/domain/money/words'
import { type CapitalFound, partOf } from './capital-of'
import { partWords } from './part-words'

/** What is expected, the first due first; what did not come says since when. */
export async function PlanTable({
  found: { found, capital, can },
  href,
}: {
  found: CapitalFound
  href: (more: string) => string
}) {
  const [t, names, say] = await Promise.all([getTranslations('capital'), naming(), partWords(found.deal)])
  const act = (plan: CapitalPlan) => (
    <span className="flex gap-3 text-13">
      <a className="link" href={href(`do=plan&id=${plan.id}`)}>
        {t('act.replan')}
      </a>
      <a className="link" href={href(`do=drop&id=${plan.id}`)}>
        {t('act.dropPlan')}
      </a>
    </span>
  )
  const links = can.plan ? (
    <a className="link" href={href('do=plan')}>
      {t('act.plan')}
    </a>
  ) : null
  return (
    <Section title={t('record.plans')} count={capital.plans.length} aside={links} id="plans">
      {capital.plans.length === 0 ? <p className="text-ink-2">{t('record.noPlans')}</p> : null}
      <ul className="divide-y divide-line">
        {capital.plans.map(plan => {
          const part = partOf(capital, plan)
          const late = plan.open > 0n && plan.by < names.today
          return (
            <li key={plan.id} id={`plan-${plan.id}`} className="py-2">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <b>{say.when(plan)}</b>
                <AmountWords money={plan.money} strong />
                {plan.note ? <span className="text-ink-2">{plan.note}</span> : null}
                <State plan={plan} late={late ? daysBetween(plan.by, names.today) : 0} />
              </p>
              <p className="text-13 text-ink-2">{part ? `${say.party(part)} · ${say.kind(part)}` : null}</p>
              {can.plan ? act(plan) : null}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

async function State({ plan, late }: { plan: CapitalPlan; late: number }) {
  const [t, { locale }] = await Promise.all([getTranslations('capital.record'), naming()])
  if (plan.open === 0n)
    return (
      <StatusChip tone="green" icon="check">
        {t('settled')}
      </StatusChip>
    )
  const open =
    plan.open === plan.money.minor
      ? null
      : t('stillOpen', { amount: words({ ...plan.money, minor: plan.open }, locale) })
  return (
    <>
      {late > 0 ? (
        <StatusChip tone="red" icon="triangle-alert">
          {t('late', { days: late })}
        </StatusChip>
      ) : null}
      {open ? <span className="text-13 text-ink-2">{open}</span> : null}
    </>
  )
}
