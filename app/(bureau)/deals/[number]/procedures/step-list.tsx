import { getTranslations } from 'next-intl/server'
import { ClockWords } from '@/app/(bureau)/day-side'
import { naming } from '@/app/(bureau)/naming'
import { PartFiles } from '@/app/(bureau)/part-files'
import { LinkButton } from '@/components/button'
import { Icon, type IconName } from '@/components/icon'
import { StatusChip } from '@/components/marks'
import type { ProcedureRow } from '@/db/read/procedure'
import type { DealRecord } from '@/domain/deal/row'
import { type ProcedureState, stateOfProcedure, waitsFor } from '@/domain/procedure/procedure'
import { nameIn } from '@/domain/user/user'
import { type OpenStep, rightsOn, verbsOn } from './asked-step'
import { StepForm } from './step-form'

const icons: Record<ProcedureState, IconName> = { open: 'circle', done: 'check', waived: 'ban' }
const looks: Record<ProcedureState, string> = { open: 'text-ink-3', done: 'text-green', waived: 'text-ink-3' }

type Props = { deal: DealRecord; steps: readonly ProcedureRow[]; open: OpenStep; search: string }

/** The steps in their order, each with what it waits for and what can be done with it; one question is open at a time. */
export async function StepList({ deal, steps, open, search }: Props) {
  const t = await getTranslations('procedure')
  if (steps.length === 0)
    return <p className="text-ink-2">{deal.can.edit ? t('empty.says') : t('empty.only')}</p>
  return (
    <ul className="rows">
      {steps.map(step => (
        <li key={step.id} id={`step-${step.id}`} className="!block">
          <Step deal={deal} step={step} steps={steps} search={search} open={open} />
          {open?.id === step.id ? (
            <div className="box mt-2 max-w-160 no-print">
              <StepForm verb={open.verb} deal={deal} step={step} steps={steps} />
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

async function Step({ deal, step, steps, open, search }: Props & { step: ProcedureRow }) {
  const [t, names] = await Promise.all([getTranslations('procedure'), naming()])
  const state = stateOfProcedure(step)
  const name = nameIn(names.locale, step.name, step.names)
  const waits = state === 'open' ? waitsFor(step, steps) : []
  const href = (verb: string) =>
    `/deals/${deal.number}/procedures${search}${search ? '&' : '?'}do=${verb}&step=${step.id}#step-${step.id}`
  const facts = [step.agency, names.person(step.officerId ?? deal.officerId), step.documentNumber, step.note]
  const active = deal.status === 'active' && deal.deletedAt === null
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
      <Icon name={icons[state]} className={`mt-1 ${looks[state]}`} label={t(`state.${state}`)} />
      <div className="min-w-48 flex-1">
        <b className={state === 'open' ? undefined : 'font-normal text-ink-2'}>{name}</b>{' '}
        <StatusChip>{t(step.mandatory ? 'mandatory' : 'optional')}</StatusChip>
        <span className="block text-13 text-ink-2">{facts.filter(Boolean).join(' · ')}</span>
        <PartFiles deal={deal} part={{ procedureId: step.id }} />
        {waits.length > 0 ? (
          <span className="block text-13 text-ink-2">
            <Icon name="clock" small />{' '}
            {t('state.waits', {
              names: waits.map(one => nameIn(names.locale, one.name, one.names)).join(names.comma),
            })}
          </span>
        ) : null}
        {step.waivedAt ? (
          <span className="block text-13 text-ink-2">
            {t('waivedSays', {
              name: names.person(step.waivedBy),
              at: names.dayOf(step.waivedAt),
              reason: step.waivedReason ?? '',
            })}
          </span>
        ) : null}
      </div>
      <span className="text-13">
        {step.doneOn ? (
          <span className="text-ink-2">{t('doneSays', { date: names.day(step.doneOn) })}</span>
        ) : state === 'open' && step.dueOn ? (
          active ? (
            <ClockWords due={step.dueOn} />
          ) : (
            <time dateTime={step.dueOn}>{names.day(step.dueOn)}</time>
          )
        ) : null}
      </span>
      <span className="flex gap-1 no-print">
        {verbsOn(step, rightsOn(deal)).map(verb => (
          <LinkButton
            key={verb}
            small
            look={verb === 'complete' ? 'outlined' : 'quiet'}
            href={href(verb)}
            aria-label={t(`act.${verb}One`, { name })}
            aria-current={open?.id === step.id && open.verb === verb ? 'true' : undefined}
          >
            {t(`act.${verb}`)}
          </LinkButton>
        ))}
      </span>
    </div>
  )
}
