import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActDialog } from '@/app/(bureau)/act-dialog'
import { Form, type FormAction, Submit } from '@/components/form'
import { formWords } from '@/i18n/form-words'
import { dropPlanAction, planArrivalAction, proposeArrivalAction, returnArrivalAction } from './actions'
import { ArrivalFields, PlanFields, ReturnFields } from './capital-fields'
import type { CapitalAct, CapitalFound } from './capital-of'

const actionOf = {
  plan: planArrivalAction,
  drop: dropPlanAction,
  arrive: proposeArrivalAction,
  correct: proposeArrivalAction,
  return: returnArrivalAction,
} as const
const titleOf = {
  plan: 'plan',
  drop: 'dropPlan',
  arrive: 'arrive',
  correct: 'correct',
  return: 'return',
} as const
const saidOf = {
  plan: 'planned',
  drop: 'dropped',
  arrive: 'proposed',
  correct: 'proposed',
  return: 'returned',
} as const

/** The question that is open over the page of a deal's capital. */
export async function CapitalActDialog({
  found,
  asked,
  back,
}: {
  found: CapitalFound
  asked: CapitalAct | null
  back: string
}) {
  if (!asked) return null
  const [t, close, words] = await Promise.all([
    getTranslations('capital'),
    getTranslations('common.act'),
    formWords(),
  ])
  const { act } = asked
  const title = act === 'plan' && asked.plan ? t('act.replan') : t(`act.${titleOf[act]}`)
  return (
    <ActDialog key={act} title={title} close={close('close')} back={back}>
      <Form
        action={actionOf[act] as FormAction}
        words={words}
        hidden={{ number: found.found.deal.number, ...hiddenOf(asked) }}
        says={{ text: t(`said.${saidOf[act]}`) }}
        className="grid gap-3.5"
        aria-label={title}
      >
        {fieldsOf(found, asked, t('ask.dropSays'))}
        <div className="form-foot">
          <Submit look={act === 'drop' ? 'danger' : 'primary'}>{title}</Submit>
        </div>
      </Form>
    </ActDialog>
  )
}

function hiddenOf(asked: CapitalAct): Record<string, string | number> {
  if (asked.act === 'plan') return asked.plan ? { id: asked.plan.id, version: asked.plan.version } : {}
  if (asked.act === 'drop') return { id: asked.plan.id, version: asked.plan.version }
  if (asked.act === 'return') return { id: asked.arrival.id, version: asked.arrival.version }
  return asked.act === 'correct' ? { correctsId: asked.arrival.id, partId: asked.arrival.partId } : {}
}

function fieldsOf(found: CapitalFound, asked: CapitalAct, dropSays: string): ReactNode {
  if (asked.act === 'plan') return <PlanFields found={found} part={asked.part} plan={asked.plan} />
  if (asked.act === 'arrive') return <ArrivalFields found={found} part={asked.part} />
  if (asked.act === 'correct') return <ArrivalFields found={found} part={null} corrects={asked.arrival} />
  return asked.act === 'return' ? <ReturnFields /> : <p>{dropSays}</p>
}
