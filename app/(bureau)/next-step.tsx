import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { type ReactNode, use } from 'react'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { Icon } from '@/components/icon'
import { TextInput } from '@/components/inputs'
import { Card } from '@/components/page'
import { addDays } from '@/domain/calendar/date'
import { formWords } from '@/i18n/form-words'
import { planNextStepAction } from './activity-action'
import { ActivityEntry } from './activity-entry'
import { DayPick } from './day-pick'
import { naming } from './naming'
import { nearDays } from './near-days'

/**
 * The next step of a record, always in view: done (which is noted as an activity, with what comes next), put off, or said
 * anew. `children`: what else can be done at once (a call).
 */
export async function NextStep(props: {
  record: string
  nextStep: string | null
  nextStepOn: string | null
  /** The reader may add activities and next steps here. */
  mayLog: boolean
  children?: ReactNode
}) {
  const { record, nextStep, nextStepOn, mayLog, children } = props
  const [t, common, names] = await Promise.all([
    getTranslations('activity'),
    getTranslations('common.act'),
    naming(),
  ])
  const close = common('close')
  return (
    <Card look="next" id="next-step" title={t('next.title')} aside={<DueDay day={nextStepOn} />}>
      <p className={nextStep ? 'text-16' : 'text-ink-3'}>{nextStep ?? t('next.none')}</p>
      {mayLog ? (
        <div className="mt-3 flex flex-wrap gap-2">
          {children}
          {nextStep ? (
            <Dialog
              opener={
                <>
                  <Icon name="check" />
                  {t('next.done')}
                </>
              }
              look="outlined"
              title={t('next.done')}
              close={close}
            >
              <ActivityEntry
                record={record}
                text={t('next.doneText', { step: nextStep })}
                standing={{ nextStep, nextStepOn }}
              />
            </Dialog>
          ) : null}
          <Dialog
            opener={nextStep ? t('next.reschedule') : t('next.set')}
            title={t(nextStep ? 'next.change' : 'next.set')}
            close={close}
          >
            <PlanForm
              record={record}
              nextStep={nextStep}
              day={nextStepOn && nextStepOn > names.today ? nextStepOn : addDays(names.today, 1)}
            />
          </Dialog>
        </div>
      ) : null}
    </Card>
  )
}

async function PlanForm({ record, nextStep, day }: { record: string; nextStep: string | null; day: string }) {
  const [t, common, words, days, { today }] = await Promise.all([
    getTranslations('activity'),
    getTranslations('common.act'),
    formWords(),
    nearDays(),
    naming(),
  ])
  return (
    <Form
      action={planNextStepAction as FormAction}
      words={words}
      hidden={{ record }}
      says={{ text: t('said.planned') }}
      className="grid gap-3"
      aria-label={t('next.change')}
    >
      <Field name="nextStep" label={t('field.nextStep')}>
        <TextInput maxLength={500} defaultValue={nextStep ?? ''} />
      </Field>
      <Field name="nextStepOn" label={t('field.nextStepOn')}>
        <DayPick days={days} defaultValue={day} min={today} />
      </Field>
      <div className="form-foot">
        <Submit>{common('save')}</Submit>
      </div>
    </Form>
  )
}

/** Red when past, amber today, with the word beside the colour. */
export function DueDay({ day }: { day: string | null }) {
  const say = useTranslations('common.say')
  const { today, day: inWords } = use(naming())
  if (!day) return null
  const near = day === today ? say('today') : day === addDays(today, 1) ? say('tomorrow') : null
  const look = day < today ? 'text-red' : day <= addDays(today, 1) ? 'text-amber' : 'text-ink-2'
  return (
    <time dateTime={day} className={look}>
      {day < today ? <Icon name="triangle-alert" small /> : null} {near ? `${near} · ` : ''}
      {inWords(day)}
    </time>
  )
}
